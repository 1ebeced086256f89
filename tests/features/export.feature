Feature: Giving away what was found
  The open article leaves the program with all that is marked in it, for people and for other programs.

  Scenario Outline: One article in a format of my choice
    Given I am reading an article that says: Petra Lindner trat zurück. „Ich gehe“, sagte Lindner.
    When I export it as "<file>"
    Then the file "<file>" holds "„Ich gehe“"
    And the file "<file>" holds "Petra Lindner"
    And the window says "Der Artikel wurde als „<file>“ gespeichert."

    Examples:
      | file         |
      | artikel.html |
      | zitate.csv   |
      | artikel.json |

  Scenario: A folder that is gone
    Given I am reading an article that says: Petra Lindner trat zurück. „Ich gehe“, sagte Lindner.
    When I export it as "weg/artikel.html"
    Then the window says "„artikel.html“ wurde nicht gespeichert: Der Ordner ist nicht mehr da."
    And no dialog is in my way
