Feature: Names worth a click
  A name tells what is known of it beforehand and where else it occurs; doubtful findings can be hidden.

  Background:
    Given I am reading an article that says: Die Ministerin Petra Lindner traf in Rostock Vertreter der Bundeswehr. Lindner sah einen Leopard 2 der Truppe. Sie lobte ihn.

  Scenario: What is known of a weapon system
    When I click on "Leopard 2"
    Then the card tells "Deutschland"
    And the card tells "seit 1979"
    And the card tells "Kaliber 120 mm"
    And the card tells "Eigene Zusammenstellung für Lesart (CC BY 4.0)"

  Scenario: Nobody is opened in the browser unasked
    When I click on "Leopard 2"
    Then no web page is opened
    When I click on the link "Wikipedia (de)"
    Then the web page "https://de.wikipedia.org/wiki/Leopard_2" is opened

  Scenario: Somebody of whom nothing is known
    When I click on "Petra Lindner"
    Then the card tells "Über „Petra Lindner“ ist nichts Näheres bekannt."

  Scenario: A capital that acts
    Given I open another article that says: Der Streit geht weiter. Moskau kündigte am Montag Gespräche an. In Berlin schien die Sonne.
    When I click on "Moskau"
    Then the card tells "Kann hier die Regierung meinen: Russland"
    When I click on "Berlin"
    Then the card does not tell "Regierung meinen"

  Scenario: Where else somebody occurs
    Given I open another article that says: Der Ausbau beginnt. Die Ministerin Petra Lindner kam nach Stralsund.
    When I click on "Petra Lindner"
    Then the card lists the other article "Die Ministerin Petra Lindner traf"
    When I click on that other article
    Then I read "traf in Rostock"
    And the card shows "Petra Lindner"

  Scenario: Hiding what is doubtful
    When I hide findings below 100 %
    Then "Petra Lindner" is not highlighted
    When I hide findings below 0 %
    Then "Petra Lindner" is highlighted as a person
