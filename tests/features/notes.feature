Feature: Notes
  I write on a name; it is saved by itself and there again wherever the name turns up.

  Background:
    Given I am reading an article that says: Die Ministerin Petra Lindner traf in Rostock Jens Ahlers.

  Scenario: A note after a restart
    When I click on "Petra Lindner"
    And I write the note "Seit wann im Amt?"
    And I close the window and start again
    And I choose the article in the library
    And I click on "Petra Lindner"
    Then the note is "Seit wann im Amt?"

  Scenario: The same person in another article
    When I click on "Petra Lindner"
    And I write the note "Ruft dienstags zurück"
    And I open another article that says: In Kiel sprach Petra Lindner mit Fischern.
    And I click on "Petra Lindner"
    Then the note is "Ruft dienstags zurück"

  Scenario: Each name has its own note
    When I click on "Petra Lindner"
    And I write the note "von Lindner"
    And I click on "Jens Ahlers"
    Then the note is ""

  Scenario: Going on without saving
    When I click on "Petra Lindner"
    And I type "nicht zu Ende" into the note
    And I close the window and start again
    And I choose the article in the library
    And I click on "Petra Lindner"
    Then the note is "nicht zu Ende"
