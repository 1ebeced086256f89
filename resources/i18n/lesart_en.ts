<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>DetailsCard</name>
        <message>
            <source>Click a name in the text or in the list to see who or what it is.</source>
            <translation>Click a name in the text or in the list to see who or what it is.</translation>
        </message>
        <message>
            <source>NOTE</source>
            <translation>NOTE</translation>
        </message>
        <message>
            <source>Write what you want to remember. It is saved as you type.</source>
            <translation>Write what you want to remember. It is saved as you type.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n mention</numerusform>
                <numerusform>%n mentions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n quotation(s)</source>
            <translation>
                <numerusform>%n quotation</numerusform>
                <numerusform>%n quotations</numerusform>
            </translation>
        </message>
        <message>
            <source>ALSO CALLED</source>
            <translation>ALSO CALLED</translation>
        </message>
        <message>
            <source>SAYS</source>
            <translation>SAYS</translation>
        </message>
        <message>
            <source>IN THE TEXT</source>
            <translation>IN THE TEXT</translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EmptyPage</name>
        <message>
            <source>What would you like to read?</source>
            <translation>What would you like to read?</translation>
        </message>
        <message>
            <source>Drop a text, Markdown or saved web page here, or:</source>
            <translation>Drop a text, Markdown or saved web page here, or:</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find in the article …</source>
            <translation>Find in the article …</translation>
        </message>
        <message>
            <source>Find in the article</source>
            <translation>Find in the article</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Not found</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>Organisations</translation>
        </message>
        <message>
            <source>Weapons</source>
            <translation>Weapons</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>Quotations</source>
            <translation>Quotations</translation>
        </message>
        <message>
            <source>Show or hide: {0} (Ctrl+{1})</source>
            <translation>Show or hide: {0} (Ctrl+{1})</translation>
        </message>
    </context>
    <context>
        <name>LibraryList</name>
        <message>
            <source>Search the library …</source>
            <translation>Search the library …</translation>
        </message>
        <message>
            <source>Search the library</source>
            <translation>Search the library</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Library</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0} min</translation>
        </message>
        <message>
            <source>quotations: {0}</source>
            <translation>quotations: {0}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Article</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>N next name · Q next quotation · ? keys</source>
            <translation>N next name · Q next quotation · ? keys</translation>
        </message>
        <message>
            <source>Links are not opened yet. Save the page in your browser and open that file.</source>
            <translation>Links are not opened yet. Save the page in your browser and open that file.</translation>
        </message>
        <message>
            <source>The clipboard holds no text. Copy the article first.</source>
            <translation>The clipboard holds no text. Copy the article first.</translation>
        </message>
        <message>
            <source>Open article</source>
            <translation>Open article</translation>
        </message>
        <message>
            <source>Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml);;All files (*)</source>
            <translation>Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml);;All files (*)</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close this message</source>
            <translation>Close this message</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
    </context>
    <context>
        <name>SessionPresenter</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>not saved yet</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>saved</translation>
        </message>
        <message>
            <source>opening …</source>
            <translation>opening …</translation>
        </message>
        <message>
            <source>German</source>
            <translation>German</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message numerus="yes">
            <source>%n word(s)</source>
            <translation>
                <numerusform>%n word</numerusform>
                <numerusform>%n words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n quotation(s)</source>
            <translation>
                <numerusform>%n quotation</numerusform>
                <numerusform>%n quotations</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} indirect</source>
            <translation>{0} indirect</translation>
        </message>
        <message>
            <source>no language model: weapon systems and direct speech only</source>
            <translation>no language model: weapon systems and direct speech only</translation>
        </message>
        <message>
            <source>looking for names and quotations …</source>
            <translation>looking for names and quotations …</translation>
        </message>
        <message>
            <source>Speaker not named</source>
            <translation>Speaker not named</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Filter …</source>
            <translation>Filter …</translation>
        </message>
        <message>
            <source>Filter names, quotations and notes</source>
            <translation>Filter names, quotations and notes</translation>
        </message>
        <message>
            <source>Names in the article</source>
            <translation>Names in the article</translation>
        </message>
        <message>
            <source>Quotations in the article</source>
            <translation>Quotations in the article</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Speaker not named</source>
            <translation>Speaker not named</translation>
        </message>
        <message>
            <source>IN THIS ARTICLE</source>
            <translation>IN THIS ARTICLE</translation>
        </message>
        <message>
            <source>IN OTHER ARTICLES</source>
            <translation>IN OTHER ARTICLES</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Names</translation>
        </message>
        <message numerus="yes">
            <source>Quotations %n</source>
            <translation>
                <numerusform>Quotations %n</numerusform>
                <numerusform>Quotations %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Notes %n</source>
            <translation>
                <numerusform>Notes %n</numerusform>
                <numerusform>Notes %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Text size, theme and language</source>
            <translation>Text size, theme and language</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Go</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Theme</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Language</translation>
        </message>
        <message>
            <source>&amp;Open …</source>
            <translation>&amp;Open …</translation>
        </message>
        <message>
            <source>&amp;Paste as article</source>
            <translation>&amp;Paste as article</translation>
        </message>
        <message>
            <source>Open the &amp;sample article</source>
            <translation>Open the &amp;sample article</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Back</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>&amp;Forward</translation>
        </message>
        <message>
            <source>Next &amp;name</source>
            <translation>Next &amp;name</translation>
        </message>
        <message>
            <source>Previous name</source>
            <translation>Previous name</translation>
        </message>
        <message>
            <source>Next &amp;quotation</source>
            <translation>Next &amp;quotation</translation>
        </message>
        <message>
            <source>Previous quotation</source>
            <translation>Previous quotation</translation>
        </message>
        <message>
            <source>F&amp;ind in the article</source>
            <translation>F&amp;ind in the article</translation>
        </message>
        <message>
            <source>Fi&amp;lter the side panel</source>
            <translation>Fi&amp;lter the side panel</translation>
        </message>
        <message>
            <source>Write a n&amp;ote</source>
            <translation>Write a n&amp;ote</translation>
        </message>
        <message>
            <source>&amp;Library</source>
            <translation>&amp;Library</translation>
        </message>
        <message>
            <source>&amp;Side panel</source>
            <translation>&amp;Side panel</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>&amp;Larger text</translation>
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation>S&amp;maller text</translation>
        </message>
        <message>
            <source>&amp;Usual text size</source>
            <translation>&amp;Usual text size</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>As the &amp;system</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Light</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dark</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>&amp;Keys</translation>
        </message>
        <message>
            <source>&amp;About Lesart</source>
            <translation>&amp;About Lesart</translation>
        </message>
    </context>
    <context>
        <name>dialogs</name>
        <message>
            <source>Keys</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Show or hide a kind or the quotations</source>
            <translation>Show or hide a kind or the quotations</translation>
        </message>
        <message>
            <source>Lesart {0} shows who and what an article is about, and who said what.

It works offline; your notes stay on this computer. What it finds can be wrong: check it against the text.</source>
            <translation>Lesart {0} shows who and what an article is about, and who said what.

It works offline; your notes stay on this computer. What it finds can be wrong: check it against the text.</translation>
        </message>
        <message>
            <source>About Lesart</source>
            <translation>About Lesart</translation>
        </message>
        <message>
            <source>Notes not saved</source>
            <translation>Notes not saved</translation>
        </message>
        <message>
            <source>Make room on the disk, or close what holds the library.</source>
            <translation>Make room on the disk, or close what holds the library.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Copy the notes and stay</source>
            <translation>Copy the notes and stay</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Stay</translation>
        </message>
    </context>
    <context>
        <name>messages</name>
        <message>
            <source>Weapon class</source>
            <translation>Weapon class</translation>
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
            <translation>Weapon system</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Other name</source>
            <translation>Other name</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>Organisations</translation>
        </message>
        <message>
            <source>Weapon systems</source>
            <translation>Weapon systems</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>Other names</source>
            <translation>Other names</translation>
        </message>
        <message>
            <source>direct speech</source>
            <translation>direct speech</translation>
        </message>
        <message>
            <source>indirect speech</source>
            <translation>indirect speech</translation>
        </message>
        <message>
            <source>indirect speech that goes on</source>
            <translation>indirect speech that goes on</translation>
        </message>
        <message>
            <source>free indirect speech</source>
            <translation>free indirect speech</translation>
        </message>
        <message>
            <source>reported speech</source>
            <translation>reported speech</translation>
        </message>
        <message>
            <source>The language model is missing or damaged: {0}. Install Lesart again.</source>
            <translation>The language model is missing or damaged: {0}. Install Lesart again.</translation>
        </message>
        <message>
            <source>The analysis took too long and was given up. The text can be read without it.</source>
            <translation>The analysis took too long and was given up. The text can be read without it.</translation>
        </message>
        <message>
            <source>The analysis broke off. The text can be read without it.</source>
            <translation>The analysis broke off. The text can be read without it.</translation>
        </message>
        <message>
            <source>{0} is not there. Was it moved or renamed?</source>
            <translation>{0} is not there. Was it moved or renamed?</translation>
        </message>
        <message>
            <source>{0} is a folder. Open one of the files in it.</source>
            <translation>{0} is a folder. Open one of the files in it.</translation>
        </message>
        <message>
            <source>{0} may not be read. Check its permissions.</source>
            <translation>{0} may not be read. Check its permissions.</translation>
        </message>
        <message>
            <source>{0} could not be read. Is it an ordinary file, and its disk still there?</source>
            <translation>{0} could not be read. Is it an ordinary file, and its disk still there?</translation>
        </message>
        <message>
            <source>{0} is empty: there is nothing to read.</source>
            <translation>{0} is empty: there is nothing to read.</translation>
        </message>
        <message>
            <source>{0} is not a text. Lesart opens text, Markdown and saved web pages.</source>
            <translation>{0} is not a text. Lesart opens text, Markdown and saved web pages.</translation>
        </message>
        <message>
            <source>{0} is too large for an article. Open a part of it.</source>
            <translation>{0} is too large for an article. Open a part of it.</translation>
        </message>
        <message>
            <source>The encoding of {0} is not known. Save it as UTF-8 and open it again.</source>
            <translation>The encoding of {0} is not known. Save it as UTF-8 and open it again.</translation>
        </message>
        <message>
            <source>Lesart cannot open this kind of file yet: {0}. Copy its text and paste it.</source>
            <translation>Lesart cannot open this kind of file yet: {0}. Copy its text and paste it.</translation>
        </message>
        <message>
            <source>No article was found in {0}. Copy the text in your browser and paste it.</source>
            <translation>No article was found in {0}. Copy the text in your browser and paste it.</translation>
        </message>
        <message>
            <source>Reading {0} took too long and was given up. Copy its text and paste it.</source>
            <translation>Reading {0} took too long and was given up. Copy its text and paste it.</translation>
        </message>
        <message>
            <source>Reading {0} failed; the file may be damaged. Copy its text and paste it.</source>
            <translation>Reading {0} failed; the file may be damaged. Copy its text and paste it.</translation>
        </message>
        <message>
            <source>The clipboard</source>
            <translation>The clipboard</translation>
        </message>
        <message>
            <source>The library was made by a newer Lesart. Update Lesart to open it: {0}</source>
            <translation>The library was made by a newer Lesart. Update Lesart to open it: {0}</translation>
        </message>
        <message>
            <source>The library is damaged: {0}</source>
            <translation>The library is damaged: {0}</translation>
        </message>
        <message>
            <source>Another program holds the library: {0}. Close it; what you wrote is kept here meanwhile.</source>
            <translation>Another program holds the library: {0}. Close it; what you wrote is kept here meanwhile.</translation>
        </message>
        <message>
            <source>The disk is full. Make room; what you wrote is kept here and saved as soon as it fits.</source>
            <translation>The disk is full. Make room; what you wrote is kept here and saved as soon as it fits.</translation>
        </message>
        <message>
            <source>The library cannot be written: {0}. Check its permissions.</source>
            <translation>The library cannot be written: {0}. Check its permissions.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Yesterday</translation>
        </message>
        <message>
            <source>Something went wrong in Lesart ({0}). Your notes are safe; the log tells more.</source>
            <translation>Something went wrong in Lesart ({0}). Your notes are safe; the log tells more.</translation>
        </message>
        <message>
            <source>The library was damaged and a new one was begun. The old one is kept as {0}.</source>
            <translation>The library was damaged and a new one was begun. The old one is kept as {0}.</translation>
        </message>
    </context>
</TS>
