Feature: Opening an article
  What I open is there to read at once, however it comes in and whatever its encoding.

  Scenario Outline: A saved article in any usual encoding
    Given a file in <encoding> that says: Über Grönland flog am Montag Petra Lindner nach Köln.
    When I open it
    Then I read "Über Grönland flog am Montag Petra Lindner nach Köln."
    And "Petra Lindner" is highlighted as a person

    Examples:
      | encoding     |
      | utf-8        |
      | utf-8-sig    |
      | windows-1252 |
      | utf-16       |

  Scenario: A saved web page
    Given a saved web page with the headline "Hafen wird ausgebaut" by "Jana Telling" from "Beispielfunk"
    When I open it
    Then the title is "Hafen wird ausgebaut"
    And I read "Die Ministerin Petra Lindner reiste am Montag nach Rostock."
    And I do not read "Mehr zum Thema"
    And I do not read "Kommentare"

  Scenario: Pasting an article
    Given I copied: Der Bürgermeister Jens Ahlers sperrte die Brücke in Bremen.
    When I press Ctrl+V
    Then I read "Der Bürgermeister Jens Ahlers sperrte die Brücke in Bremen."
    And "Jens Ahlers" is highlighted as a person

  Scenario: Dropping a file
    Given an article that says: Jens Ahlers sperrte die Brücke in Bremen.
    When I drop it on the window
    Then "Bremen" is highlighted as a place
