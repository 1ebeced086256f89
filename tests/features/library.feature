Feature: The library
  What I opened is kept and comes back at once; what I remove can be put back.

  Scenario: Coming back to an article
    Given I am reading an article that says: Jens Ahlers sperrte die Brücke in Bremen.
    And I open another article that says: In Kiel sprach Petra Lindner mit Fischern.
    When I choose the first article in the library
    Then "Jens Ahlers" is highlighted as a person
    And nothing was analysed anew

  Scenario: The file is gone
    Given I am reading an article that says: Jens Ahlers sperrte die Brücke in Bremen.
    When the file is deleted
    And I close the window and start again
    And I choose the article in the library
    Then I read "Jens Ahlers sperrte die Brücke in Bremen."
    And nothing was analysed anew

  Scenario: Removing and putting back
    Given I am reading an article that says: Jens Ahlers sperrte die Brücke in Bremen.
    When I remove it from the library
    Then the library is empty
    When I undo that
    Then the library lists "Jens Ahlers sperrte die Brücke in Bremen."
