<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CorrectionDesk</name>
    <message numerus="yes">
        <source>%n of your corrections do(es) not fit this article: its words are gone.</source>
        <translation>
            <numerusform>%n of your corrections does not fit this article any more: its words are gone.</numerusform>
            <numerusform>%n of your corrections do not fit this article any more: their words are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
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
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DictionaryPage</name>
    <message numerus="yes">
        <source>%n entry(s) taken.</source>
        <translation>
            <numerusform>%n entry taken.</numerusform>
            <numerusform>%n entries taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in place of another.</source>
        <translation>
            <numerusform>%n of them in place of another.</numerusform>
            <numerusform>%n of them in place of others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) refused.</source>
        <translation>
            <numerusform>%n row refused.</numerusform>
            <numerusform>%n rows refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForAllArticles</name>
    <message numerus="yes">
        <source>%n entry(s) removed from the dictionary</source>
        <translation>
            <numerusform>%n entry removed from the dictionary</numerusform>
            <numerusform>%n entries removed from the dictionary</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n earlier message</numerusform>
            <numerusform>%n earlier messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherArticlesBox</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuotationFilterBar</name>
    <message numerus="yes">
        <source>%n kind(s)</source>
        <translation>
            <numerusform>%n kind</numerusform>
            <numerusform>%n kinds</numerusform>
        </translation>
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
</context>
<context>
    <name>SidePanel</name>
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
    <name>UnsavedNotesBox</name>
    <message numerus="yes">
        <source>%n note(s) could not be saved.</source>
        <translation>
            <numerusform>%n note could not be saved.</numerusform>
            <numerusform>%n notes could not be saved.</numerusform>
        </translation>
    </message>
</context>
</TS>
