Feature: Who and what an article is about
  Names are coloured by kind; a click tells more; each kind can be switched off.

  Background:
    Given I am reading an article that says: Die Ministerin Petra Lindner traf in Rostock Vertreter der Bundeswehr. Lindner sah einen Leopard 2 der Truppe.

  Scenario: Kinds
    Then "Petra Lindner" is highlighted as a person
    And "Rostock" is highlighted as a place
    And "Bundeswehr" is highlighted as an organisation
    And "Leopard 2" is highlighted as a weapon system

  Scenario: A surname stands for the whole name
    When I click on the second "Lindner"
    Then the card shows "Petra Lindner"
    And the list marks "Petra Lindner"

  Scenario: Jumping to a mention
    When I click on "Petra Lindner"
    And I click on the last passage of the card
    Then "Lindner" flashes

  Scenario: Switching a kind off
    When I switch off places
    Then "Rostock" is not highlighted
    And "Petra Lindner" is highlighted as a person

  Scenario: A switch outlives a restart
    When I switch off places
    And I close the window and start again
    And I choose the article in the library
    Then "Rostock" is not highlighted
    And "Petra Lindner" is highlighted as a person
