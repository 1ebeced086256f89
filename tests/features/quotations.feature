Feature: Who said what
  Direct and indirect speech is tinted and attributed to its speaker.

  Scenario: A speaker named only by surname
    Given an article that says: Petra Lindner trat zurück. „Ich gehe“, sagte Lindner.
    When I open it
    Then the quotation "„Ich gehe“" is by "Petra Lindner"
    And it is direct speech

  Scenario: Indirect speech
    Given an article that says: Petra Lindner reiste nach Rostock. Lindner sagte, der Hafen müsse wachsen.
    When I open it
    Then a quotation with "der Hafen müsse wachsen" is by "Petra Lindner"
    And it is indirect speech

  Scenario: A click on a quotation
    Given I am reading an article that says: Petra Lindner trat zurück. „Ich gehe“, sagte Lindner.
    When I click on "Ich gehe"
    Then the quotation card shows "„Ich gehe“" by "Petra Lindner"
    And it says that this is direct speech, word for word

  Scenario: From a quotation to its speaker
    Given I am reading an article that says: Petra Lindner trat zurück. „Ich gehe“, sagte Lindner.
    When I click on "Ich gehe"
    And I click on the speaker of the quotation
    Then the card shows "Petra Lindner"
    And the card lists the quotation "„Ich gehe“"

  Scenario: Only one kind of speech
    Given I am reading an article that says: Petra Lindner trat zurück. „Ich gehe“, sagte Lindner. Sie sagte, der Hafen müsse wachsen.
    When I filter the quotations by indirect speech
    Then the list of quotations does not hold "„Ich gehe“"
    And a listed quotation holds "der Hafen müsse wachsen"

  Scenario: Copying a quotation
    Given I am reading an article that says: Petra Lindner trat zurück. „Ich gehe“, sagte Lindner.
    When I click on "Ich gehe"
    And I press Ctrl+Shift+C
    Then the clipboard holds: „Ich gehe“ (Petra Lindner, „Petra Lindner trat zurück. „Ich gehe“, sagte Lindner.“, artikel0.txt)

  Scenario: The pointer on a quotation
    Given I am reading an article that says: Petra Lindner trat zurück. „Ich gehe“, sagte Lindner.
    Then the pointer on "Ich gehe" tells "Petra Lindner – direkte Rede"
