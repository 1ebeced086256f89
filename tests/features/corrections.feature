Feature: Corrections
  The machine errs. What I correct stays corrected, and every correction can be undone.

  Background:
    Given I am reading an article that says: Die Ministerin Petra Lindner traf in Rostock Jens Ahlers. „Wir bauen den Hafen aus“, sagte Lindner. Die Hansa schwieg.

  Scenario: Another kind, with two clicks
    When I correct "Petra Lindner" with "Organisation"
    Then "Petra Lindner" is highlighted as an organisation
    And "Lindner" is highlighted as an organisation
    And the card shows "Petra Lindner"

  Scenario: No name at all
    When I correct "Rostock" with "Kein Name"
    Then "Rostock" is not highlighted

  Scenario: A name that was not found
    When I select "Hansa"
    And I press "O"
    Then "Hansa" is highlighted as an organisation

  Scenario: Undo and redo
    When I correct "Rostock" with "Kein Name"
    And I press "Ctrl+Z"
    Then "Rostock" is highlighted as a place
    When I press "Ctrl+Shift+Z"
    Then "Rostock" is not highlighted

  Scenario: Two names for one person
    When I correct "Jens Ahlers" with "Dasselbe wie" and "Petra Lindner"
    And I click on "Jens Ahlers"
    Then the card shows "Petra Lindner"

  Scenario: Somebody else said it
    When I correct "bauen" with "Wer spricht …" and "Jens Ahlers"
    Then the quotation "„Wir bauen den Hafen aus“" is by "Jens Ahlers"

  Scenario: Nobody said it
    When I correct "bauen" with "Kein Zitat"
    Then "Wir bauen" is not tinted

  Scenario: A correction after a restart
    When I correct "Rostock" with "Kein Name"
    And I close the window and start again
    And I choose the article in the library
    Then "Rostock" is not highlighted

  Scenario: All corrections in one place
    When I correct "Rostock" with "Kein Name"
    And I open the list of corrections
    Then it lists "„Rostock“ ist kein Name"
    When I withdraw the first correction of the list
    Then "Rostock" is highlighted as a place
