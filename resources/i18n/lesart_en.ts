<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CorrectionDesk</name>
    <message numerus="yes">
        <source>%Ln of your corrections do(es) not fit this article: its words are gone.</source>
        <translation>
            <numerusform>%Ln of your corrections does not fit this article any more: its words are gone.</numerusform>
            <numerusform>%Ln of your corrections do not fit this article any more: their words are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln quotation</numerusform>
            <numerusform>%Ln quotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForAllArticles</name>
    <message numerus="yes">
        <source>%Ln entry(s) removed from the dictionary</source>
        <translation>
            <numerusform>%Ln entry removed from the dictionary</numerusform>
            <numerusform>%Ln entries removed from the dictionary</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportBox</name>
    <message numerus="yes">
        <source>%Ln entry(s) taken.</source>
        <translation>
            <numerusform>%Ln entry taken.</numerusform>
            <numerusform>%Ln entries taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them in place of another.</source>
        <translation>
            <numerusform>%Ln of them in place of another.</numerusform>
            <numerusform>%Ln of them in place of others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) refused.</source>
        <translation>
            <numerusform>%Ln row refused.</numerusform>
            <numerusform>%Ln rows refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>%Ln earlier message(s)</source>
        <translation>
            <numerusform>%Ln earlier message</numerusform>
            <numerusform>%Ln earlier messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherArticlesBox</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuotationFilterBar</name>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln kind</numerusform>
            <numerusform>%Ln kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionPresenter</name>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln quotation</numerusform>
            <numerusform>%Ln quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>Quotations %Ln</source>
        <translation>
            <numerusform>Quotations %Ln</numerusform>
            <numerusform>Quotations %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes %Ln</source>
        <translation>
            <numerusform>Notes %Ln</numerusform>
            <numerusform>Notes %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedNotesBox</name>
    <message numerus="yes">
        <source>%Ln note(s) could not be saved.</source>
        <translation>
            <numerusform>%Ln note could not be saved.</numerusform>
            <numerusform>%Ln notes could not be saved.</numerusform>
        </translation>
    </message>
</context>
</TS>
