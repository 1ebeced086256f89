Feature: Files that cannot be opened
  I am told in one line what is wrong, and what I was reading stays.

  Scenario Outline: A file that is no article
    Given I am reading an article that says: Jens Ahlers sperrte die Brücke in Bremen.
    And <something>
    When I open it
    Then the window says "<message>"
    And I read "Jens Ahlers sperrte die Brücke in Bremen."
    And no dialog is in my way

    Examples:
      | something           | message                                     |
      | an empty file       | ist leer: Es gibt nichts zu lesen.          |
      | a picture           | ist kein Text.                              |
      | a folder            | ist ein Ordner.                             |
      | a file that is gone | ist nicht da.                               |
      | a huge file         | ist zu groß für einen Artikel.              |
      | a page without text | wurde kein Artikel gefunden.                |

  Scenario: A bad file among good ones
    Given an empty file
    And an article that says: Jens Ahlers sperrte die Brücke in Bremen.
    When I open them together
    Then I read "Jens Ahlers sperrte die Brücke in Bremen."
    And the window says "ist leer"
