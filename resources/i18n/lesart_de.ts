<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Lesart</source>
        <translation>Über Lesart</translation>
    </message>
    <message>
        <source>Lesart {0} shows who and what an article is about, and who said what.

It works offline; your notes stay on this computer. What it finds can be wrong: check it against the text.</source>
        <translation>Lesart {0} zeigt, von wem und wovon ein Artikel handelt und wer was gesagt hat.

Es arbeitet ohne Netz; Ihre Notizen bleiben auf diesem Rechner. Was es findet, kann falsch sein: Prüfen Sie es am Text.</translation>
    </message>
    <message>
        <source>Sources and licences</source>
        <translation>Quellen und Lizenzen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>Wissensbasis</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>Wortlisten</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Schriften</translation>
    </message>
</context>
<context>
    <name>ArticleLine</name>
    <message>
        <source>The same there, or not?</source>
        <translation>Dort dasselbe oder nicht?</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Undone: {0}</source>
        <translation>Zurückgenommen: {0}</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>The names have not been found yet.</source>
        <translation>Die Namen sind noch nicht gefunden.</translation>
    </message>
    <message>
        <source>Select the words of one name.</source>
        <translation>Die Wörter eines einzigen Namens auswählen.</translation>
    </message>
    <message>
        <source>A name has {0} characters at most: select its words alone.</source>
        <translation>Ein Name hat höchstens {0} Zeichen: nur seine Wörter auswählen.</translation>
    </message>
    <message>
        <source>Corrections of “{0}” withdrawn</source>
        <translation>Korrekturen an „{0}“ zurückgezogen</translation>
    </message>
    <message>
        <source>Select words or click a name first.</source>
        <translation>Erst Wörter auswählen oder auf einen Namen klicken.</translation>
    </message>
</context>
<context>
    <name>CorrectionDesk</name>
    <message>
        <source>That was in another article.</source>
        <translation>Das war in einem anderen Artikel.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your corrections do(es) not fit this article: its words are gone.</source>
        <translation>
            <numerusform>%Ln Ihrer Korrekturen passt nicht mehr zu diesem Artikel: Die Wörter stehen nicht mehr darin.</numerusform>
            <numerusform>%Ln Ihrer Korrekturen passen nicht mehr zu diesem Artikel: Die Wörter stehen nicht mehr darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the corrections</source>
        <translation>Korrekturen zeigen</translation>
    </message>
</context>
<context>
    <name>CorrectionMenus</name>
    <message>
        <source>In “{0}”</source>
        <translation>In „{0}“</translation>
    </message>
    <message>
        <source>Somebody or something else there …</source>
        <translation>Dort jemand oder etwas anderes …</translation>
    </message>
    <message>
        <source>Not the same as “{0}”, in all articles</source>
        <translation>Nicht dasselbe wie „{0}“, in allen Artikeln</translation>
    </message>
    <message>
        <source>Also called there …</source>
        <translation>Heißt dort auch …</translation>
    </message>
    <message>
        <source>Mark “{0}” as</source>
        <translation>„{0}“ markieren als</translation>
    </message>
    <message>
        <source>The selected words are</source>
        <translation>Die ausgewählten Wörter sind</translation>
    </message>
    <message>
        <source>{0} by</source>
        <translation>{0} von</translation>
    </message>
    <message>
        <source>The whole quotation</source>
        <translation>Das ganze Zitat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>“{0}” is</source>
        <translation>„{0}“ ist</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>No name here, but elsewhere</source>
        <translation>Hier kein Name, sonst schon</translation>
    </message>
    <message>
        <source>Longer or shorter</source>
        <translation>Länger oder kürzer</translation>
    </message>
    <message>
        <source>The same as</source>
        <translation>Dasselbe wie</translation>
    </message>
    <message>
        <source>Find …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Somebody or something else here</source>
        <translation>Hier jemand oder etwas anderes</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>The same as, in all articles …</source>
        <translation>Dasselbe wie, in allen Artikeln …</translation>
    </message>
    <message>
        <source>Not the same as, in all articles …</source>
        <translation>Nicht dasselbe wie, in allen Artikeln …</translation>
    </message>
    <message>
        <source>The quotation</source>
        <translation>Das Zitat</translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation>Mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Other speaker</source>
        <translation>Wer spricht …</translation>
    </message>
    <message>
        <source>Other kind</source>
        <translation>Andere Art</translation>
    </message>
    <message>
        <source>No quotation</source>
        <translation>Kein Zitat</translation>
    </message>
    <message>
        <source>Withdraw my corrections of it</source>
        <translation>Meine Korrekturen daran zurückziehen</translation>
    </message>
    <message>
        <source>Other extent: select the words first</source>
        <translation>Anderer Umfang: erst die Wörter auswählen</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>In allen Artikeln</translation>
    </message>
    <message>
        <source>Always treat “{0}” as</source>
        <translation>„{0}“ immer behandeln als</translation>
    </message>
    <message>
        <source>Never mark “{0}”</source>
        <translation>„{0}“ nie markieren</translation>
    </message>
    <message>
        <source>Somebody else …</source>
        <translation>Jemand anderes …</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>“{0}” is the same as</source>
        <translation>„{0}“ ist dasselbe wie</translation>
    </message>
    <message>
        <source>“{0}” is the same in all articles as</source>
        <translation>„{0}“ ist in allen Artikeln dasselbe wie</translation>
    </message>
    <message>
        <source>“{0}” is not the same in any article as</source>
        <translation>„{0}“ ist in keinem Artikel dasselbe wie</translation>
    </message>
    <message>
        <source>What is “{0}” to be called in “{1}”?</source>
        <translation>Wie soll „{0}“ in „{1}“ heißen?</translation>
    </message>
    <message>
        <source>In “{1}”, “{0}” is also called</source>
        <translation>„{0}“ heißt in „{1}“ auch</translation>
    </message>
    <message>
        <source>Rename “{0}”</source>
        <translation>„{0}“ umbenennen</translation>
    </message>
    <message>
        <source>Who says it?</source>
        <translation>Wer sagt es?</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections and dictionary</source>
        <translation>Korrekturen und Wörterbuch</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>Wörterbuch</translation>
    </message>
    <message>
        <source>Same or different</source>
        <translation>Gleich oder verschieden</translation>
    </message>
    <message>
        <source>Filter corrections …</source>
        <translation>Korrekturen filtern …</translation>
    </message>
    <message>
        <source>Filter corrections</source>
        <translation>Korrekturen filtern</translation>
    </message>
    <message>
        <source>Corrections of all articles</source>
        <translation>Korrekturen aller Artikel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>its words are gone</source>
        <translation>Wörter nicht mehr da</translation>
    </message>
    <message>
        <source>Right click on a name, a quotation or selected words to correct them.</source>
        <translation>Zum Korrigieren rechts auf einen Namen, ein Zitat oder ausgewählte Wörter klicken.</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>Filter …</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>Filter what is the same or different</source>
        <translation>Filtern, was gleich oder verschieden ist</translation>
    </message>
    <message>
        <source>What was declared the same or different in all articles</source>
        <translation>Was in allen Artikeln für gleich oder verschieden erklärt wurde</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Right click on a name to say which one is the same, or is not, in all articles.</source>
        <translation>Rechts auf einen Namen klicken, um zu sagen, wer oder was in allen Artikeln dasselbe ist oder gerade nicht.</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Click a name in the text or in the list to see who or what it is.</source>
        <translation>Ein Klick auf einen Namen im Text oder in der Liste zeigt, wer oder was das ist.</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>NOTIZ</translation>
    </message>
    <message>
        <source>Corrected by you · Withdraw</source>
        <translation>Von Ihnen korrigiert · Zurückziehen</translation>
    </message>
    <message>
        <source>Write a note. It is saved as you type.</source>
        <translation>Notiz schreiben. Sie wird von selbst gesichert.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln Nennung</numerusform>
            <numerusform>%Ln Nennungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln Zitat</numerusform>
            <numerusform>%Ln Zitate</numerusform>
        </translation>
    </message>
    <message>
        <source>ALSO CALLED</source>
        <translation>AUCH GENANNT</translation>
    </message>
    <message>
        <source>KNOWN</source>
        <translation>BEKANNT</translation>
    </message>
    <message>
        <source>SAYS</source>
        <translation>SAGT</translation>
    </message>
    <message>
        <source>IN THE TEXT</source>
        <translation>IM TEXT</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>%Ln weitere zeigen</numerusform>
            <numerusform>%Ln weitere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>ALSO IN</source>
        <translation>AUCH IN</translation>
    </message>
</context>
<context>
    <name>DictionaryPage</name>
    <message>
        <source>Filter the dictionary …</source>
        <translation>Wörterbuch filtern …</translation>
    </message>
    <message>
        <source>Filter the dictionary</source>
        <translation>Wörterbuch filtern</translation>
    </message>
    <message>
        <source>Words that are always or never marked</source>
        <translation>Wörter, die immer oder nie markiert werden</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>In allen Artikeln</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Gezeigt als</translation>
    </message>
    <message>
        <source>Inflected</source>
        <translation>Gebeugt</translation>
    </message>
    <message>
        <source>Right click on a name or on selected words to say what they are in all articles.</source>
        <translation>Rechts auf einen Namen oder auf ausgewählte Wörter klicken, um zu sagen, was sie in allen Artikeln sind.</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Exported to {0}.</source>
        <translation>Exportiert nach {0}.</translation>
    </message>
    <message>
        <source>The import was stopped: nothing was taken.</source>
        <translation>Der Import wurde abgebrochen: nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>“{0}” is being read …</source>
        <translation>„{0}“ wird gelesen …</translation>
    </message>
    <message>
        <source>“{0}” is being imported: {1} %</source>
        <translation>„{0}“ wird übernommen: {1} %</translation>
    </message>
    <message>
        <source>Import a dictionary</source>
        <translation>Wörterbuch importieren</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export the dictionary</source>
        <translation>Wörterbuch exportieren</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>Wörterbuch</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>DoneBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>What would you like to read?</source>
        <translation>Was möchten Sie lesen?</translation>
    </message>
    <message>
        <source>Drop a text, Markdown or saved web page here, or:</source>
        <translation>Ziehen Sie einen Text, eine Markdown-Datei oder eine gespeicherte Webseite hierher, oder:</translation>
    </message>
</context>
<context>
    <name>EntityPicker</name>
    <message>
        <source>Name …</source>
        <translation>Name …</translation>
    </message>
    <message>
        <source>Names in the article</source>
        <translation>Namen im Artikel</translation>
    </message>
    <message>
        <source>“{0}”, who is not in the list</source>
        <translation>„{0}“, nicht in der Liste</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>Edit the entry</source>
        <translation>Eintrag bearbeiten</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>as the words, if empty</source>
        <translation>wie die Wörter, wenn leer</translation>
    </message>
    <message>
        <source>Also with German endings, and within compounds</source>
        <translation>Auch mit deutschen Endungen und in Zusammensetzungen</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>In all &amp;articles</source>
        <translation>In allen &amp;Artikeln</translation>
    </message>
    <message>
        <source>&amp;Shown as</source>
        <translation>&amp;Gezeigt als</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Export article</source>
        <translation>Artikel exportieren</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article …</source>
        <translation>Im Artikel suchen …</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>“{0}” is called “{1}” now; what you said of it came along</source>
        <translation>„{0}“ heißt jetzt „{1}“; was Sie dazu gesagt haben, ist mitgekommen</translation>
    </message>
    <message>
        <source>“{0}” is of another kind now; what you said of it came along</source>
        <translation>„{0}“ ist jetzt von anderer Art; was Sie dazu gesagt haben, ist mitgekommen</translation>
    </message>
</context>
<context>
    <name>ForAllArticles</name>
    <message numerus="yes">
        <source>%Ln entry(s) removed from the dictionary</source>
        <translation>
            <numerusform>%Ln Eintrag aus dem Wörterbuch entfernt</numerusform>
            <numerusform>%Ln Einträge aus dem Wörterbuch entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Dictionary imported from “{0}”</source>
        <translation>Wörterbuch aus „{0}“ übernommen</translation>
    </message>
    <message>
        <source>To be told apart they need two names.</source>
        <translation>Zum Unterscheiden brauchen sie zwei Namen.</translation>
    </message>
    <message>
        <source>“{0}” is somebody or something else in “{1}”</source>
        <translation>„{0}“ ist in „{1}“ jemand oder etwas anderes</translation>
    </message>
    <message>
        <source>Withdrawn: {0}</source>
        <translation>Zurückgezogen: {0}</translation>
    </message>
</context>
<context>
    <name>ImportReportBox</name>
    <message>
        <source>Dictionary imported</source>
        <translation>Wörterbuch importiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) taken.</source>
        <translation>
            <numerusform>%Ln Eintrag übernommen.</numerusform>
            <numerusform>%Ln Einträge übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them in place of another.</source>
        <translation>
            <numerusform>%Ln davon anstelle eines anderen.</numerusform>
            <numerusform>%Ln davon anstelle anderer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) refused.</source>
        <translation>
            <numerusform>%Ln Zeile nicht übernommen.</numerusform>
            <numerusform>%Ln Zeilen nicht übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {0}: {1}</source>
        <translation>Zeile {0}: {1}</translation>
    </message>
</context>
<context>
    <name>KnowledgeBox</name>
    <message>
        <source>May mean the government here: {0}</source>
        <translation>Kann hier die Regierung meinen: {0}</translation>
    </message>
    <message>
        <source>Nothing is known beforehand about “{0}”.</source>
        <translation>Über „{0}“ ist nichts Näheres bekannt.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Weapon systems</source>
        <translation>Waffensysteme</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>Show or hide: {0} ({1})</source>
        <translation>Zeigen oder verbergen: {0} ({1})</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Zitate</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Search the library …</source>
        <translation>Bibliothek durchsuchen …</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} Min.</translation>
    </message>
    <message>
        <source>quotations: {0}</source>
        <translation>Zitate: {0}</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>What you open is kept here.</source>
        <translation>Was Sie öffnen, wird hier aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>N next name · Q next quotation · ? keys</source>
        <translation>N nächster Name · Q nächstes Zitat · ? Tasten</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier message(s)</source>
        <translation>
            <numerusform>%Ln frühere Meldung</numerusform>
            <numerusform>%Ln frühere Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherArticlesBox</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln Nennung</numerusform>
            <numerusform>%Ln Nennungen</numerusform>
        </translation>
    </message>
    <message>
        <source>opened {0}</source>
        <translation>geöffnet am {0}</translation>
    </message>
</context>
<context>
    <name>QuotationCard</name>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Show the quotation in the text</source>
        <translation>Das Zitat im Text zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the quotation with its source</source>
        <translation>Das Zitat mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Correct the quotation</source>
        <translation>Das Zitat korrigieren</translation>
    </message>
    <message>
        <source>Correct …</source>
        <translation>Korrigieren …</translation>
    </message>
    <message>
        <source>SAID BY, AS PRINTED</source>
        <translation>SPRECHER IM WORTLAUT</translation>
    </message>
    <message>
        <source>SIGNALLED BY</source>
        <translation>ANGEZEIGT DURCH</translation>
    </message>
    <message>
        <source>SAID TO</source>
        <translation>AN</translation>
    </message>
    <message>
        <source>WITHIN</source>
        <translation>STEHT IN</translation>
    </message>
    <message>
        <source>HOLDS</source>
        <translation>ENTHÄLT</translation>
    </message>
</context>
<context>
    <name>QuotationFilterBar</name>
    <message>
        <source>Show which kinds of speech</source>
        <translation>Welche Arten der Rede gezeigt werden</translation>
    </message>
    <message>
        <source>Show whose quotations</source>
        <translation>Wessen Zitate gezeigt werden</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All speakers</source>
        <translation>Alle Sprecher</translation>
    </message>
    <message>
        <source>Speaker not named</source>
        <translation>Sprecher nicht genannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln Art</numerusform>
            <numerusform>%Ln Arten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoting</name>
    <message>
        <source>Quotation copied with its source</source>
        <translation>Zitat mit Quelle kopiert</translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message>
        <source>“{0}” removed</source>
        <translation>„{0}“ entfernt</translation>
    </message>
    <message>
        <source>“{0}” was removed from the library.</source>
        <translation>„{0}“ wurde aus der Bibliothek entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SessionPresenter</name>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gesichert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gesichert</translation>
    </message>
    <message>
        <source>opening …</source>
        <translation>wird geöffnet …</translation>
    </message>
    <message>
        <source>a dictionary is being imported …</source>
        <translation>ein Wörterbuch wird importiert …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln Zitat</numerusform>
            <numerusform>%Ln Zitate</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} indirect</source>
        <translation>davon {0} indirekt</translation>
    </message>
    <message>
        <source>no language model: weapon systems and direct speech only</source>
        <translation>kein Sprachmodell: nur Waffensysteme und direkte Rede</translation>
    </message>
    <message>
        <source>is read anew …</source>
        <translation>wird neu gelesen …</translation>
    </message>
    <message>
        <source>looking for names and quotations …</source>
        <translation>Namen und Zitate werden gesucht …</translation>
    </message>
    <message>
        <source>is being saved …</source>
        <translation>wird gespeichert …</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>No quotation fits the filter.</source>
        <translation>Kein Zitat passt zum Filter.</translation>
    </message>
    <message>
        <source>No notes yet. Click a name and write.</source>
        <translation>Noch keine Notizen. Klicken Sie auf einen Namen und schreiben Sie.</translation>
    </message>
    <message>
        <source>No names were found.</source>
        <translation>Es wurden keine Namen gefunden.</translation>
    </message>
    <message>
        <source>No quotations were found.</source>
        <translation>Es wurden keine Zitate gefunden.</translation>
    </message>
    <message>
        <source>Names are looked for …</source>
        <translation>Namen werden gesucht …</translation>
    </message>
    <message>
        <source>Quotations are looked for …</source>
        <translation>Zitate werden gesucht …</translation>
    </message>
    <message>
        <source>The article was not analysed.</source>
        <translation>Der Artikel wurde nicht ausgewertet.</translation>
    </message>
    <message>
        <source>Speaker not named</source>
        <translation>Sprecher nicht genannt</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Hide findings below</source>
        <translation>Funde ausblenden unter</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> Pixel</translation>
    </message>
    <message>
        <source>LANGUAGE MODELS</source>
        <translation>SPRACHMODELLE</translation>
    </message>
    <message>
        <source>Names and quotations of which Lesart is less sure are neither marked nor listed. Those below {0} % are drawn lighter: about one in three of them is wrong.</source>
        <translation>Namen und Zitate, deren Lesart sich weniger sicher ist, werden weder markiert noch aufgelistet. Was unter {0} % liegt, ist blasser gezeichnet: Davon ist etwa jeder dritte Fund falsch.</translation>
    </message>
    <message>
        <source>What finds the names in articles of each language: Lesart, or another spaCy pipeline.</source>
        <translation>Was in Artikeln jeder Sprache die Namen findet: Lesart oder eine andere spaCy-Pipeline.</translation>
    </message>
    <message>
        <source>Add a pipeline from a folder …</source>
        <translation>Pipeline aus einem Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>There is no spaCy pipeline in {0}.</source>
        <translation>In {0} ist keine spaCy-Pipeline.</translation>
    </message>
    <message>
        <source>none: weapon systems and direct speech only</source>
        <translation>keines: nur Waffensysteme und direkte Rede</translation>
    </message>
    <message>
        <source>Folder of a spaCy pipeline</source>
        <translation>Ordner einer spaCy-Pipeline</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Names, quotations and notes</source>
        <translation>Namen, Zitate und Notizen</translation>
    </message>
    <message>
        <source>Filter …</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>Filter names, quotations and notes</source>
        <translation>Namen, Zitate und Notizen filtern</translation>
    </message>
    <message>
        <source>Names in the article</source>
        <translation>Namen im Artikel</translation>
    </message>
    <message>
        <source>Quotations in the article</source>
        <translation>Zitate im Artikel</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>IN THIS ARTICLE</source>
        <translation>IN DIESEM ARTIKEL</translation>
    </message>
    <message>
        <source>IN OTHER ARTICLES</source>
        <translation>IN ANDEREN ARTIKELN</translation>
    </message>
    <message>
        <source>corrected by you</source>
        <translation>von Ihnen korrigiert</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message numerus="yes">
        <source>Quotations %Ln</source>
        <translation>
            <numerusform>Zitate %Ln</numerusform>
            <numerusform>Zitate %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes %Ln</source>
        <translation>
            <numerusform>Notizen %Ln</numerusform>
            <numerusform>Notizen %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>The clipboard holds no text. Copy the article first.</source>
        <translation>Die Zwischenablage enthält keinen Text. Kopieren Sie zuerst den Artikel.</translation>
    </message>
    <message>
        <source>Open article</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml);;All files (*)</source>
        <translation>Artikel (*.txt *.text *.md *.markdown *.html *.htm *.xhtml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Links are not opened yet. Save the page in your browser and open that file.</source>
        <translation>Links lassen sich noch nicht öffnen. Speichern Sie die Seite im Browser und öffnen Sie diese Datei.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size, theme and language</source>
        <translation>Schriftgröße, Aussehen und Sprache</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>UnsavedNotesBox</name>
    <message>
        <source>Notes not saved</source>
        <translation>Notizen nicht gesichert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) could not be saved.</source>
        <translation>
            <numerusform>%Ln Notiz ließ sich nicht sichern.</numerusform>
            <numerusform>%Ln Notizen ließen sich nicht sichern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make room on the disk, or close what holds the library.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger oder schließen Sie das Programm, das die Bibliothek sperrt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copy the notes and stay</source>
        <translation>Notizen kopieren und bleiben</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Korrigieren</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Paste as article</source>
        <translation>Als Artikel &amp;einfügen</translation>
    </message>
    <message>
        <source>Open the &amp;sample article</source>
        <translation>Bei&amp;spielartikel öffnen</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Copy the &amp;quotation</source>
        <translation>&amp;Zitat kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation>Aus der Bibliothek en&amp;tfernen</translation>
    </message>
    <message>
        <source>Se&amp;ttings …</source>
        <translation>Einste&amp;llungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>C&amp;orrections and dictionary …</source>
        <translation>K&amp;orrekturen und Wörterbuch …</translation>
    </message>
    <message>
        <source>A &amp;person</source>
        <translation>Eine &amp;Person</translation>
    </message>
    <message>
        <source>An &amp;organisation</source>
        <translation>Eine &amp;Organisation</translation>
    </message>
    <message>
        <source>A &amp;weapon system</source>
        <translation>Ein &amp;Waffensystem</translation>
    </message>
    <message>
        <source>A weapon &amp;class</source>
        <translation>Eine Waffenar&amp;t</translation>
    </message>
    <message>
        <source>A p&amp;lace</source>
        <translation>Ein O&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Another name</source>
        <translation>Ein &amp;anderer Name</translation>
    </message>
    <message>
        <source>&amp;No name, or no quotation</source>
        <translation>&amp;Kein Name oder kein Zitat</translation>
    </message>
    <message>
        <source>Name one word longer</source>
        <translation>Name um ein Wort länger</translation>
    </message>
    <message>
        <source>Name one word shorter</source>
        <translation>Name um ein Wort kürzer</translation>
    </message>
    <message>
        <source>Name begins one word earlier</source>
        <translation>Name beginnt ein Wort früher</translation>
    </message>
    <message>
        <source>Name begins one word later</source>
        <translation>Name beginnt ein Wort später</translation>
    </message>
    <message>
        <source>The sa&amp;me as …</source>
        <translation>&amp;Dasselbe wie …</translation>
    </message>
    <message>
        <source>Somebody or something else &amp;here</source>
        <translation>&amp;Hier jemand oder etwas anderes</translation>
    </message>
    <message>
        <source>&amp;Rename …</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>Quotation by another &amp;speaker …</source>
        <translation>Zitat von jemand anderem (&amp;Sprecher) …</translation>
    </message>
    <message>
        <source>Selected words are the whole &amp;quotation</source>
        <translation>Ausgewählte Wörter sind das ganze &amp;Zitat</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Next &amp;name</source>
        <translation>Nächster &amp;Name</translation>
    </message>
    <message>
        <source>Previous name</source>
        <translation>Voriger Name</translation>
    </message>
    <message>
        <source>Next &amp;quotation</source>
        <translation>Nächstes Z&amp;itat</translation>
    </message>
    <message>
        <source>Previous quotation</source>
        <translation>Voriges Zitat</translation>
    </message>
    <message>
        <source>F&amp;ind in the article</source>
        <translation>Im Artikel &amp;suchen</translation>
    </message>
    <message>
        <source>Fi&amp;lter the side panel</source>
        <translation>Seitenleiste &amp;filtern</translation>
    </message>
    <message>
        <source>Write a n&amp;ote</source>
        <translation>N&amp;otiz schreiben</translation>
    </message>
    <message>
        <source>Next &amp;part of the window</source>
        <translation>Nächster &amp;Bereich des Fensters</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Bereich des Fensters</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Schrift &amp;größer</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Schrift &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Lesart</source>
        <translation>Ü&amp;ber Lesart</translation>
    </message>
</context>
<context>
    <name>corrections</name>
    <message>
        <source>“{0}” is a weapon class</source>
        <translation>„{0}“ ist eine Waffenart</translation>
    </message>
    <message>
        <source>“{0}” is a person</source>
        <translation>„{0}“ ist eine Person</translation>
    </message>
    <message>
        <source>“{0}” is an organisation</source>
        <translation>„{0}“ ist eine Organisation</translation>
    </message>
    <message>
        <source>“{0}” is a weapon system</source>
        <translation>„{0}“ ist ein Waffensystem</translation>
    </message>
    <message>
        <source>“{0}” is a place</source>
        <translation>„{0}“ ist ein Ort</translation>
    </message>
    <message>
        <source>“{0}” is another name</source>
        <translation>„{0}“ ist ein anderer Name</translation>
    </message>
    <message>
        <source>“{0}” is never marked</source>
        <translation>„{0}“ wird nie markiert</translation>
    </message>
    <message>
        <source>“{0}” is always a weapon class</source>
        <translation>„{0}“ ist immer eine Waffenart</translation>
    </message>
    <message>
        <source>“{0}” is always a person</source>
        <translation>„{0}“ ist immer eine Person</translation>
    </message>
    <message>
        <source>“{0}” is always an organisation</source>
        <translation>„{0}“ ist immer eine Organisation</translation>
    </message>
    <message>
        <source>“{0}” is always a weapon system</source>
        <translation>„{0}“ ist immer ein Waffensystem</translation>
    </message>
    <message>
        <source>“{0}” is always a place</source>
        <translation>„{0}“ ist immer ein Ort</translation>
    </message>
    <message>
        <source>“{0}” is always another name</source>
        <translation>„{0}“ ist immer ein anderer Name</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” are the same in all articles</source>
        <translation>„{0}“ und „{1}“ sind in allen Artikeln dasselbe</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” are different in all articles</source>
        <translation>„{0}“ und „{1}“ sind in allen Artikeln verschieden</translation>
    </message>
    <message>
        <source>Never mark</source>
        <translation>Nie markieren</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another program holds the library. Close it and try again.</source>
        <translation>Ein anderes Programm hält die Bibliothek besetzt. Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>there is no text in it</source>
        <translation>sie enthält keinen Text</translation>
    </message>
    <message>
        <source>the text has neither letter nor digit</source>
        <translation>der Text hat weder Buchstaben noch Ziffern</translation>
    </message>
    <message>
        <source>the text is too long for a name</source>
        <translation>der Text ist zu lang für einen Namen</translation>
    </message>
    <message>
        <source>its kind is not known</source>
        <translation>ihre Art ist nicht bekannt</translation>
    </message>
    <message>
        <source>“inflected” is neither yes nor no</source>
        <translation>„gebeugt“ ist weder ja noch nein</translation>
    </message>
    <message>
        <source>a quotation mark (&quot;) is not closed, and the rows below were taken for one cell</source>
        <translation>ein Anführungszeichen (&quot;) wird nicht geschlossen, die Zeilen darunter gelten als eine Zelle</translation>
    </message>
    <message>
        <source>“{0}” is no name</source>
        <translation>„{0}“ ist kein Name</translation>
    </message>
    <message>
        <source>“{0}” is no name here</source>
        <translation>„{0}“ ist hier kein Name</translation>
    </message>
    <message>
        <source>{0} is {2}</source>
        <translation>{0} ist {2}</translation>
    </message>
    <message>
        <source>{0} was not imported: the disk or the network does not answer.</source>
        <translation>{0} wurde nicht importiert: Datenträger oder Netz antworten nicht.</translation>
    </message>
    <message>
        <source>{0} was not imported: something went wrong in Lesart. Try again.</source>
        <translation>{0} wurde nicht importiert: In Lesart ist etwas schiefgegangen. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“{0}” instead of “{1}”</source>
        <translation>„{0}“ statt „{1}“</translation>
    </message>
    <message>
        <source>“{0}” is the same as “{1}”</source>
        <translation>„{0}“ ist dasselbe wie „{1}“</translation>
    </message>
    <message>
        <source>“{0}” is somebody or something else here</source>
        <translation>„{0}“ ist hier jemand oder etwas anderes</translation>
    </message>
    <message>
        <source>“{0}” is called “{1}”</source>
        <translation>„{0}“ heißt „{1}“</translation>
    </message>
    <message>
        <source>{0} is no quotation</source>
        <translation>{0} ist kein Zitat</translation>
    </message>
    <message>
        <source>It is not known who said {0}</source>
        <translation>Nicht bekannt, wer sagte: {0}</translation>
    </message>
    <message>
        <source>{0} is by {1}</source>
        <translation>{0} ist von {1}</translation>
    </message>
    <message>
        <source>The quotation is {0}</source>
        <translation>Das Zitat ist {0}</translation>
    </message>
    <message>
        <source>{0} is a quotation by {1}</source>
        <translation>{0} ist ein Zitat von {1}</translation>
    </message>
    <message>
        <source>{0} is a quotation</source>
        <translation>{0} ist ein Zitat</translation>
    </message>
    <message>
        <source>{0} is not there.</source>
        <translation>{0} ist nicht da.</translation>
    </message>
    <message>
        <source>{0} may not be read. Check its permissions.</source>
        <translation>{0} darf nicht gelesen werden. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{0} could not be read.</source>
        <translation>{0} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} is not a CSV file.</source>
        <translation>{0} ist keine CSV-Datei.</translation>
    </message>
    <message>
        <source>{0} is too large for a dictionary.</source>
        <translation>{0} ist zu groß für ein Wörterbuch.</translation>
    </message>
    <message>
        <source>{0} lacks a column: its first line must name the columns text and kind, and may name name and inflected.</source>
        <translation>In {0} fehlt eine Spalte: Die erste Zeile muss die Spalten text und kind (oder Wort und Art) nennen, dazu nach Wunsch name und inflected (oder gebeugt).</translation>
    </message>
    <message>
        <source>{0} could not be written: the disk is full.</source>
        <translation>{0} konnte nicht geschrieben werden: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>{0} could not be written. Check the permissions of the folder.</source>
        <translation>{0} konnte nicht geschrieben werden. Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Show or hide a kind or the quotations</source>
        <translation>Eine Art oder die Zitate zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>Web page with the marked text</source>
        <translation>Webseite mit markiertem Text</translation>
    </message>
    <message>
        <source>Table of quotations</source>
        <translation>Tabelle der Zitate</translation>
    </message>
    <message>
        <source>JSON for other programs</source>
        <translation>JSON für andere Programme</translation>
    </message>
    <message>
        <source>JSON in one line</source>
        <translation>JSON in einer Zeile</translation>
    </message>
    <message>
        <source>The article was saved as “{0}”.</source>
        <translation>Der Artikel wurde als „{0}“ gespeichert.</translation>
    </message>
    <message>
        <source>“{0}” was not saved: the disk is full. Make room or choose another place.</source>
        <translation>„{0}“ wurde nicht gespeichert: Die Festplatte ist voll. Schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“{0}” was not saved: it may not be written there. Choose another place.</source>
        <translation>„{0}“ wurde nicht gespeichert: Dort darf nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“{0}” was not saved: its folder is gone. Choose another place.</source>
        <translation>„{0}“ wurde nicht gespeichert: Der Ordner ist nicht mehr da. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“{0}” was not saved: the place cannot be written to. Choose another one.</source>
        <translation>„{0}“ wurde nicht gespeichert: An diesen Ort kann nicht geschrieben werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>“{0}” was not saved: the disk or the network does not answer. Choose another place.</source>
        <translation>„{0}“ wurde nicht gespeichert: Festplatte oder Netz antworten nicht. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“{0}” was not saved: something went wrong in Lesart. Try again.</source>
        <translation>„{0}“ wurde nicht gespeichert: In Lesart ging etwas schief. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>knowledge</name>
    <message>
        <source>about {0}</source>
        <translation>ca. {0}</translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation>Stand: {0}</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>Quelle: {0}</translation>
    </message>
    <message>
        <source>Knowledge base missing: {0}</source>
        <translation>Die Wissensbasis fehlt: {0}</translation>
    </message>
    <message>
        <source>Knowledge base damaged: {0}</source>
        <translation>Die Wissensbasis ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>Knowledge base of another version: {0}</source>
        <translation>Die Wissensbasis stammt von einer anderen Version: {0}</translation>
    </message>
    <message>
        <source>Details about names stay empty, all else works. Install Lesart again.</source>
        <translation>Näheres zu den Namen fehlt, alles andere geht. Installieren Sie Lesart neu.</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>seit {0}</translation>
    </message>
    <message>
        <source>rounds/min</source>
        <translation>Schuss/min</translation>
    </message>
    <message>
        <source>PS</source>
        <comment>metric horsepower</comment>
        <translation>PS</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>In service</source>
        <translation>Im Einsatz</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Hauptstadt</translation>
    </message>
    <message>
        <source>Head of state</source>
        <translation>Staatsoberhaupt</translation>
    </message>
    <message>
        <source>Head of government</source>
        <translation>Regierungschef/in</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Amt</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Besatzung</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Wingspan</source>
        <translation>Spannweite</translation>
    </message>
    <message>
        <source>Rotor diameter</source>
        <translation>Rotordurchmesser</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Gipfelhöhe</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Zuladung</translation>
    </message>
    <message>
        <source>Warhead</source>
        <translation>Gefechtskopf</translation>
    </message>
    <message>
        <source>Calibre</source>
        <translation>Kaliber</translation>
    </message>
    <message>
        <source>Rate of fire</source>
        <translation>Kadenz</translation>
    </message>
    <message>
        <source>Displacement</source>
        <translation>Verdrängung</translation>
    </message>
    <message>
        <source>Engagement altitude</source>
        <translation>Einsatzhöhe</translation>
    </message>
    <message>
        <source>Endurance</source>
        <translation>Flugdauer</translation>
    </message>
    <message>
        <source>Engine power</source>
        <translation>Motorleistung</translation>
    </message>
    <message>
        <source>Passengers</source>
        <translation>Passagiere</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Plätze</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Weapon class</source>
        <translation>Waffenart</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Weapon system</source>
        <translation>Waffensystem</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Weapon systems</source>
        <translation>Waffensysteme</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>direct speech</source>
        <translation>direkte Rede</translation>
    </message>
    <message>
        <source>indirect speech</source>
        <translation>indirekte Rede</translation>
    </message>
    <message>
        <source>indirect speech that goes on</source>
        <translation>fortgesetzte indirekte Rede</translation>
    </message>
    <message>
        <source>free indirect speech</source>
        <translation>erlebte Rede</translation>
    </message>
    <message>
        <source>reported speech</source>
        <translation>Redebericht</translation>
    </message>
    <message>
        <source>The language model is missing or damaged: {0}. Install Lesart again.</source>
        <translation>Das Sprachmodell fehlt oder ist beschädigt: {0}. Installieren Sie Lesart neu.</translation>
    </message>
    <message>
        <source>The analysis took too long and was given up. The text can be read without it.</source>
        <translation>Die Auswertung dauerte zu lange und wurde abgebrochen. Der Text lässt sich auch so lesen.</translation>
    </message>
    <message>
        <source>The analysis broke off. The text can be read without it.</source>
        <translation>Die Auswertung ist abgebrochen. Der Text lässt sich auch so lesen.</translation>
    </message>
    <message>
        <source>{0} is not there. Was it moved or renamed?</source>
        <translation>{0} ist nicht da. Wurde die Datei verschoben oder umbenannt?</translation>
    </message>
    <message>
        <source>{0} is a folder. Open one of the files in it.</source>
        <translation>{0} ist ein Ordner. Öffnen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>{0} may not be read. Check its permissions.</source>
        <translation>{0} darf nicht gelesen werden. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{0} could not be read. Is it an ordinary file, and its disk still there?</source>
        <translation>{0} ließ sich nicht lesen. Ist es eine gewöhnliche Datei und der Datenträger noch da?</translation>
    </message>
    <message>
        <source>{0} is empty: there is nothing to read.</source>
        <translation>{0} ist leer: Es gibt nichts zu lesen.</translation>
    </message>
    <message>
        <source>{0} is not a text. Lesart opens text, Markdown and saved web pages.</source>
        <translation>{0} ist kein Text. Lesart öffnet Text, Markdown und gespeicherte Webseiten.</translation>
    </message>
    <message>
        <source>{0} is too large for an article. Open a part of it.</source>
        <translation>{0} ist zu groß für einen Artikel. Öffnen Sie einen Teil davon.</translation>
    </message>
    <message>
        <source>The encoding of {0} is not known. Save it as UTF-8 and open it again.</source>
        <translation>Die Zeichenkodierung von {0} ist unbekannt. Speichern Sie die Datei als UTF-8 und öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>Lesart cannot open this kind of file yet: {0}. Copy its text and paste it.</source>
        <translation>Diese Art von Datei kann Lesart noch nicht öffnen: {0}. Kopieren Sie den Text und fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>No article was found in {0}. Copy the text in your browser and paste it.</source>
        <translation>In {0} wurde kein Artikel gefunden. Kopieren Sie den Text im Browser und fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>Reading {0} took too long and was given up. Copy its text and paste it.</source>
        <translation>Das Lesen von {0} dauerte zu lange und wurde abgebrochen. Kopieren Sie den Text und fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>Reading {0} failed; the file may be damaged. Copy its text and paste it.</source>
        <translation>Das Lesen von {0} ist gescheitert, vielleicht ist die Datei beschädigt. Kopieren Sie den Text und fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>Die Zwischenablage</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>The library was made by a newer Lesart. Update Lesart to open it: {0}</source>
        <translation>Die Bibliothek stammt von einer neueren Version. Aktualisieren Sie Lesart, um sie zu öffnen: {0}</translation>
    </message>
    <message>
        <source>The library is damaged: {0}</source>
        <translation>Die Bibliothek ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>Another program holds the library: {0}. Close it; what you wrote is kept here meanwhile.</source>
        <translation>Ein anderes Programm sperrt die Bibliothek: {0}. Schließen Sie es; was Sie geschrieben haben, bleibt solange hier.</translation>
    </message>
    <message>
        <source>The disk is full. Make room; what you wrote is kept here and saved as soon as it fits.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz; was Sie geschrieben haben, bleibt hier und wird gesichert, sobald es geht.</translation>
    </message>
    <message>
        <source>The library cannot be written: {0}. Check its permissions.</source>
        <translation>Die Bibliothek lässt sich nicht schreiben: {0}. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Something went wrong in Lesart ({0}). Your notes are safe; the log tells more.</source>
        <translation>In Lesart ist etwas schiefgegangen ({0}). Ihre Notizen sind sicher; mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>The pipeline chosen for this language ({0}) cannot be used: {1}. It is missing, damaged, or finds no names. The text can be read without it; choose another one in the settings.</source>
        <translation>Die für diese Sprache ({0}) gewählte Pipeline ist nicht zu gebrauchen: {1}. Sie fehlt, ist beschädigt oder findet keine Namen. Der Text lässt sich auch so lesen; wählen Sie in den Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>No browser opened {0}. Copy the address yourself.</source>
        <translation>Kein Browser hat {0} geöffnet. Kopieren Sie die Adresse selbst.</translation>
    </message>
    <message>
        <source>The library was damaged and a new one was begun. The old one is kept as {0}.</source>
        <translation>Die Bibliothek war beschädigt, eine neue wurde begonnen. Die alte liegt unter {0}.</translation>
    </message>
</context>
<context>
    <name>quotations</name>
    <message>
        <source>doubtful</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>corrected by you</source>
        <translation>von Ihnen korrigiert</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirekt</translation>
    </message>
    <message>
        <source>indirect, going on</source>
        <translation>indirekt, fortgesetzt</translation>
    </message>
    <message>
        <source>free indirect</source>
        <translation>erlebte Rede</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>berichtet</translation>
    </message>
    <message>
        <source>word for word, in quotation marks</source>
        <translation>wörtlich, in Anführungszeichen</translation>
    </message>
    <message>
        <source>in other words, with a clause that says whose they are</source>
        <translation>in anderen Worten, mit einem Satz, der sagt, wessen Worte es sind</translation>
    </message>
    <message>
        <source>goes on in the subjunctive, without saying again whose words they are</source>
        <translation>geht im Konjunktiv weiter, ohne erneut zu sagen, wessen Worte es sind</translation>
    </message>
    <message>
        <source>reads like the report, but gives what somebody else says or thinks</source>
        <translation>liest sich wie der Bericht, gibt aber wieder, was jemand sagt oder denkt</translation>
    </message>
    <message>
        <source>tells what was spoken of, not what was said</source>
        <translation>nennt, wovon die Rede war, nicht, was gesagt wurde</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>gesprochen</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>thought</source>
        <translation>gedacht</translation>
    </message>
    <message>
        <source>Speaker not named</source>
        <translation>Sprecher nicht genannt</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
</context>
</TS>
