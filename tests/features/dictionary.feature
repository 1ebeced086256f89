Feature: My own dictionary
  What I say once about a word holds for all articles, whatever ending it has.

  Scenario: Never mark a word
    Given I am reading an article that says: In Rostock begann die Messe. Jens Ahlers sprach in Rostock.
    When I correct "Rostock" with "„Rostock“ nie markieren"
    Then "Rostock" is not highlighted
    When I open another article that says: In Rostock tagte der Rat, sagte Petra Lindner.
    Then "Rostock" is not highlighted

  Scenario: Always treat a word as a weapon system
    Given I am reading an article that says: Die Werft zeigte den Seebrecher. Jens Ahlers sprach in Rostock.
    When I select "Seebrecher"
    And I correct "Seebrecher" with "„Seebrecher“ immer behandeln als" and "Waffensystem"
    And I open another article that says: Die Teile des Seebrechers lagen in Rostock.
    Then "Seebrechers" is highlighted as a weapon system

  Scenario: A list from a spreadsheet
    Given I am reading an article that says: Die Werft zeigte den Seebrecher. Jens Ahlers sprach in Rostock.
    When I import the dictionary: text;kind/Seebrecher;Waffe/Rostock;nie/Hafen;Gebirge
    Then "Seebrecher" is highlighted as a weapon system
    And "Rostock" is not highlighted
    And I am told that "2 Einträge übernommen." and "1 Zeile nicht übernommen."
    When I press "Ctrl+Z"
    Then "Rostock" is highlighted as a place

  Scenario: A file that is no dictionary
    Given I am reading an article that says: Jens Ahlers sprach in Rostock.
    When I import the dictionary: Name;Farbe/Rostock;blau
    Then the window says "fehlt eine Spalte"
    And "Rostock" is highlighted as a place
