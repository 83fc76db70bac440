"""The fields of an article, and the names that keys, columns and labels give them in French and English."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    TITLE = "title"
    TEXT = "text"
    DESCRIPTION = "description"
    PUBLISHED = "published"
    MODIFIED = "modified"
    SOURCE = "source"
    AUTHOR = "author"
    URL = "url"
    TAGS = "tags"
    SECTION = "section"
    LANGUAGE = "language"
    RECORD_ID = "id"
    PAGE = "page"
    EDITION = "edition"
    KEPT = "kept"
    """The time when a tool made, saved or fetched the record: a last resort for the date, never
    stated.
    """
    HEADER = "header"
    """« Région, mardi 17 janvier 2023, p. 12 »: section, date and page in one line."""


NAMES: dict[str, Field] = {
    name: field
    for field, names in {
        Field.TITLE: "title titre headline headlines name intitule ogtitle webtitle",
        Field.TEXT: "text texte article articles body corps content contenu articlebody fulltext"
        " textecomplet textintegral texteintegral bodytext maintext plaintext bodyhtml bodyxhtml"
        " rawcontent storytext htmlcontent contenthtml textecontenu selftext notetext cooked paragraphs paragraphes",
        Field.DESCRIPTION: "description heading chapo chapeau summary resume abstract excerpt"
        " standfirst lead lede accroche soustitre subtitle subhead teaser ogdescription"
        " desc abstractnote descriptiontext descriptionhtml trailtext",
        Field.PUBLISHED: "date published publie publishedat publishedtime datepublished"
        " datepublication datedepublication pubdate publicationdate publishdate paru dateparution"
        " datedeparution timestamp publishedon jour datepublish issued versioncreated"
        " webpublicationdate epoch dateunixtime publisheddate datepub datepubli firstpublishdate displaydate"
        " dateseance publishedtimestamp postcreated timestampms publiele parule misenlignele"
        " parution dpar dparution datediffusion datedediffusion",
        Field.MODIFIED: "modified modifie updated updatedat datemodified modifiedtime maj misajour"
        " lastmod lastmodified datemodification datedemodification datemaj datemodify",
        Field.SOURCE: "source outlet publisher publication journal media medium newspaper sitename"
        " site editeur titredepresse organe provenance journalclean publicationtitle"
        " containertitle medianame hostname sourcehostname sourcedomain domainname domain"
        " secondarytitle provider copyrightholder journaltitle feedtitle feedname feed"
        " brand periodique titreperiodique titredujournal titrejournal nomdujournal nomjournal nommedia sourcename outletname"
        " newspapername",
        Field.AUTHOR: "author auteur authors authorships auteurs auteure byline signature creator dccreator"
        " journaliste journalist writer ecritpar redacteur creators publishedby sendername userprofile sign signataire signepar nomauteur authorname",
        Field.URL: "url link lien permalink canonical canonicalurl adresse uri ogurl href permalien weburl originalurl sourceurl articleurl",
        Field.TAGS: "tags tag keywords keyword mots motscles motsclefs motcle themes theme sujets sujet"
        " topics topic etiquettes hashtags descripteurs newskeywords manualtags automatictags subject",
        Field.SECTION: "section rubrique rub category categorie categories articlesection desk sectionname",
        Field.LANGUAGE: "language lang langue locale inlanguage oglocale langid",
        Field.RECORD_ID: "recordid id identifiant guid uid docid documentid articleid uuid key"
        " storiesid",
        Field.PAGE: "page pg numpage pages printpage",
        Field.EDITION: "edition editionname",
        Field.KEPT: "created createdat datecreated datecreation datedownload savedat dateadded"
        " creationdate creationtime createdtime datelastactivity filedate downloadedat fetchedat crawledat scrapedat datecollecte collectedat accessed"
        " accessdate firstcreated retrieved timeadded indexeddate datesaved clippedat importedat"
        " createtime createat time useredittedtimestampusec usereditedtimestampusec createdtimestampusec timestampusec originserverts saveddate seendate createdutc highlightedat lastinteractiondate crawled scraped exportedat ts",
        Field.HEADER: "complement",
    }.items()
    for name in names.split()
}
