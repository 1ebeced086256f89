"""The closed classes of German words that the search for quotations needs, in lower case."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# stand for a speaker by themselves
PRONOUNS = _words(
    "einer jemand niemand keiner viele manche einige andere mehrere beide diese dieser er es he ich "
    "letzterer man she sie they wir"
)
# begin a phrase that is no subject
NOT_NOMINATIVE = _words(
    "allen dem den diesem diesen einem einen euch ihm ihn ihnen ihrem ihren jedem jeden jenem jenen "
    "keinem keinen mich mir seinem seinen sich uns unserem unseren"
)
# begin a noun phrase
DETERMINERS = _words(
    "mehr weniger a acht alle an andere beide beiden das dem den der deren des dessen die diese diesem "
    "diesen dieser dieses drei dutzende ein eine einem einen einer eines einige ersten etliche fünf "
    "hunderte ihr ihre ihrem ihren ihrer ihres jede jeder jene jener kein keine manche mancher mehrere neun "
    "sechs sein seine seinem seinen seiner seines sieben tausende the unser unsere unseres viele vier "
    "weitere wenige zahlreiche zehn zwei zwölf"
)
# begin a phrase that is no subject
PREPOSITIONS = _words(
    "ab als am an angesichts anlässlich at auf aufgrund aus außer außerhalb bei beim bezüglich binnen bis "
    "dank durch für gegen gegenüber gemäß hinter im in innerhalb ins laut mit mithilfe mitsamt nach "
    "namens neben ohne on samt seit statt to trotz um unter via vom von vor wegen wie with während zu zum "
    "zur zwischen über"
)
# tie a genitive or its substitute to a noun
GENITIVE = _words(
    "der des dieser dieses einer eines ihrer ihres mehrerer of seiner seines unserer unseres vom von zweier"
)
# prepositions that tie an attribute to a function: ein Sprecher für …
ATTRIBUTE = _words("aus bei beim für vom von")
# of names
PARTICLES = _words("al auf bin da de del den der di du el ibn la le ten ter van vom von zu zur")
# join two noun phrases
LINKS = _words("& and oder sowie und wie")
# end no noun phrase of a speaker
TIMES = _words(
    "april august dezember dienstag donnerstag februar freitag gestern heute januar juli juni jänner mai "
    "mittwoch montag morgen märz november oktober samstag september sonnabend sonntag uhr"
)
# end like adjectives, but are none
NOT_ADJECTIVES = _words(
    "mittlerweile aber alles anders außen außerdem bereits besonders bisher daher dieses eben eher erneut "
    "etwas früher gegen gegenüber gerade gerne gestern haben hatten heute hinter immer indem indes innen "
    "jedes keines leider mehrheitlich morgen nachdem nachher neben nur nämlich oben oder ohne seither "
    "selber sonder sondern später stattdessen trotzdem unten unter unterdessen vorher waren wegen weiter "
    "werden wieder worden wurden zudem zwischen über"
)
# stand capitalised at the beginning of a sentence, but are no nouns
ADVERBS = _words(
    "aber allerdings als angeblich auch außerdem beispielsweise bereits bisher bislang da dabei dagegen "
    "daher damals damit danach dann daran darauf daraufhin darum darüber dass dazu demnach denn dennoch "
    "deshalb doch dort ebenfalls ebenso einst entweder erneut erst ferner gegenüber genau gestern "
    "gleichzeitig heute hier hierbei hierzu hingegen indes insbesondere insgesamt inzwischen ja jedoch "
    "jetzt kurz laut mittlerweile morgen möglicherweise nach nein nicht nie noch nun nur ob obwohl oder "
    "offenbar schließlich schon seitdem selbst so sogar somit sondern sonst sowohl später trotz und "
    "unterdessen vielleicht vielmehr vor wann warum was weder weil weiter weiterhin wenn wer weshalb wie "
    "wo zudem zugleich zuletzt zunächst zuvor zwar ähnlich überhaupt"
)
# begin a reported clause in any case
DASS = _words("dass daß ob that whether")
# begin a reported question
QUESTIONS = _words(
    "inwiefern inwieweit wann warum was welche welchen welcher welches wem wen wer weshalb wessen wie "
    "wieso wieviel wo wofür woher wohin womit"
)
# begin a clause that is no reported one by itself
SUBORDINATORS = _words(
    "als anstatt bevor bis da damit ehe falls indem nachdem obgleich obwohl ohne seit seitdem sobald "
    "sodass sofern solange soweit statt um weil wenn weshalb wobei wodurch wohingegen wonach woraufhin "
    "während zumal"
)
# begin a relative clause
RELATIVES = _words("das dem den denen der deren dessen die was welche welchem welchen welcher welches wo")
# join two main clauses
COORDINATORS = _words("aber auch denn doch jedoch oder sondern sowie und zudem")
# come with a participle or an infinitive at the end of the clause
AUXILIARIES = _words(
    "darf durfte habe haben hat hatte hatten ist kann konnte lassen ließ ließen lässt muss musste möchte "
    "möchten sei seien sind soll sollen werde werden will wird wollen wollte wurde wurden"
)
# of these those that make a passive
PASSIVE = _words("ist seien sei sind waren war werde werden wird wurde wurden")
# stand for the sentence before: „Das sagte X“
BARE_OBJECTS = _words("das dies dieses")
# before a noun stand for a speaker: nach seiner Ansicht
POSSESSIVES = _words("deren dessen eigenen ihren ihrer meiner seinen seiner unseren")
# begin a clause to which a frame inside it is confined
JOINING = _words("aber da das dass denn der die doch nachdem und weil wobei wonach während")
# stand in lower case in names and titles
NAME_PARTICLES = _words(
    "am an auf aus bei das de der des die für im in la mit of the und unter van von zum zur zu"
)
# ends of words that make a name of what stands in marks behind them
NAMING_ENDINGS = tuple(
    _words(
        "zeitung magazin blatt zeitschrift sender portal film roman buch schiff projekt reihe serie fregatte "
        "korvette klasse kampagne initiative bündnis gruppe programm operation festival album lied stück "
        "ausstellung restaurant hotel plattform"
    )
)
# make a Konjunktiv II conditional
IRREAL = _words("als beinahe falls fast ob sofern sonst wenn")
# of somebody who speaks directly
FIRST_PERSON = _words("ich mich mir")
# a Konjunktiv II that is a guess of the author
PRESUMING = _words("dürfte dürften")
# stand before an adjective or a number
DEGREES = _words("rund etwa fast sehr so knapp gut mindestens")
# begin what somebody demands or tells, where no frame does: „Es soll mehr Geld fließen“
HEARSAY = _words("soll sollen")
