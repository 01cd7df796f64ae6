import type { LanguageSigns } from './types'

const HOLDING = String.raw`[\p{L}-]*(?:konto|konten|karten?|vertrag|verträge|abo|abos|abonnement|mitgliedschaft|versicherung|tarif|kredit|darlehen|buchung|reservierung|termin|dauerauftrag)s?`
const OWNED = String.raw`(?:mein|meine|meinen|meiner|unser|unsere|unseren|das|den|die|diesen|diese|dieses) (?:[\p{L}-]+ ){0,2}?${HOLDING}`
const END = '(?:kündigen|beenden|auflösen|schließen|schliessen|stornieren|löschen|widerrufen)'
const RELATIVE =
  '(?:mann|frau|ehemann|ehefrau|partner|partnerin|vater|mutter|papa|mama|sohn|tochter|kind|bruder|schwester|opa|oma|großvater|großmutter|onkel|tante|freund|freundin)'

export const GERMAN: LanguageSigns = {
  asksForPerson: [
    String.raw`(?:will|möchte|brauche|hätte gern|hätte gerne|verlange) (?:bitte |jetzt |endlich |sofort )*einen? (?:echten? |richtigen? |menschlichen? )?(?:menschen|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?)`,
    String.raw`bitte (?:um )?einen? (?:echten? |menschlichen? )?(?:menschen|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?|rückruf)`,
    String.raw`(?:echte[rn]?|richtige[rn]?) (?:menschen?|person)|rufen sie mich (?:bitte )?(?:zurück|an)`,
  ],
  cancellation: [
    String.raw`(?:möchte|möchten|will|wollen|werde|muss|würde gern|würde gerne) (?:[\p{L}-]+ ){0,3}?${OWNED} (?:[\p{L}-]+ ){0,3}?${END}`,
    String.raw`(?:bitte )?(?:kündigen|beenden|schließen|stornieren|löschen) sie (?:bitte )?(?:sofort )?${OWNED}`,
    String.raw`(?:hiermit )?kündige ich|ich kündige(?! ich)`,
    String.raw`bitte ${OWNED} (?:[\p{L}-]+ ){0,2}?${END}`,
    'ich (?:gehe|wechsle|wechsele) (?:jetzt |nun )?(?:zu einem anderen|zur konkurrenz|woandershin|woanders hin)',
  ],
  complaint: [
    String.raw`(?:möchte|will|muss|werde) (?:mich )?(?:[\p{L}-]+ ){0,4}?(?:beschweren|reklamieren|beschwerde (?:einreichen|einlegen|erheben))`,
    String.raw`ich beschwere mich|das ist (?:eine )?beschwerde|hiermit beschwere`,
    String.raw`(?:unverschämt|unverschämtheit|frechheit|skandalös|katastrophaler? (?:service|kundendienst)|miserabler? (?:service|kundendienst)|schlechtester? (?:service|kundendienst))`,
    String.raw`(?:sehr|zutiefst|absolut|extrem|wirklich) (?:enttäuscht|unzufrieden|verärgert)`,
  ],
  frustration: [
    String.raw`zum (?:zweiten|dritten|vierten|fünften|x-ten|hundertsten|letzten|\d+\.) mal`,
    String.raw`(?:habe|hab) (?:ich )?(?:ihnen |dir |das |es )*(?:doch )?(?:schon|bereits) (?:\d+ ?mal |mehrmals |zweimal |dreimal )?(?:gesagt|erklärt|geschrieben|beantwortet)`,
    String.raw`(?:das|ihre antwort|die antwort) (?:hilft|hat) (?:mir )?(?:überhaupt |gar )?nicht(?: weiter| geholfen)?`,
    String.raw`(?:du verstehst|sie verstehen) (?:mich |es |gar |einfach )*nicht`,
    String.raw`(?:nutzloser?|dummer?|blöder?|unnützer?) (?:bot|chatbot|roboter|automat)`,
    String.raw`(?:das ist|ist ja) (?:doch )?(?:lächerlich|sinnlos|zum verrücktwerden|ein witz)|mir reicht(?:'s| es)|ich habe? (?:die nase|die schnauze) voll`,
  ],
  selfHarm: [
    String.raw`(?:mich|mir) (?:selbst )?(?:umbringen|töten|verletzen|das leben nehmen|etwas antun)`,
    String.raw`selbstmord|suizid\p{L}*|nicht mehr leben|will sterben`,
    String.raw`(?:mich|sich|mir|sich selbst|mich selbst) (?:selbst )?(?:etwas antun|umbringe?n?|umzubringen|erhängen?|erschießen|ritzen?|ertränken)|(?:bringe?|ritze?|töte|verletze) (?:ich )?(?:mich|sich)(?: selbst)?(?: um)?(?= |[.,!]|$)`,
    String.raw`(?:keinen|kein|welchen|ohne) (?:[\p{L}]+ )?(?:sinn|grund|wert|lebenssinn|lebenswillen|lebensmut) (?:mehr )?(?:in meinem leben|am leben|im leben|zu leben|weiterzuleben|weiterzumachen|zum leben|hat mein leben)|(?:leben|weiterleben) (?:[\p{L}]+ ){0,4}(?:keinen (?:sinn|wert)|nicht (?:mehr )?(?:lebenswert|ertragen|wollen))`,
    String.raw`(?:will|möchte|mag|wollte) (?:[\p{L}]+ ){0,3}?(?:nicht mehr (?:leben|da sein|hier sein|aufwachen|existieren|sein)|sterben|tot sein|(?:für immer )?verschwinden$|nie wieder aufwachen)|nicht mehr aufwachen|mein leben (?:beenden|ein ende)|allem ein ende (?:machen|setzen)|schluss machen mit (?:allem|dem leben)`,
    String.raw`(?:ohne mich|wenn ich (?:tot|weg|nicht mehr da) (?:bin|wäre)) (?:[\p{L}]+ ){0,5}(?:besser|leichter|einfacher|glücklicher)|(?:vor (?:den|einen|die) (?:zug|bahn|bus|lkw) (?:werfen|werfe|springen|gehen)|von (?:der|einer) brücke (?:springen|springe))|(?:alle|viele|zu viele) (?:[\p{L}]+ )?(?:tabletten|pillen|schlaftabletten) (?:genommen|geschluckt)`,
  ],
  safety: [
    String.raw`(?:mein|meine|unser|unsere|der|die|das|er|sie|es) (?:[\p{L}-]+ ){0,3}?(?:raucht|qualmt|brennt|schmort|schmilzt)|explodiert|explodierte|hat feuer gefangen|fing feuer|in flammen`,
    String.raw`akku (?:ist |hat sich )?(?:aufgebläht|geschwollen|gewölbt|heiß geworden)|stromschlag|gasgeruch|riecht (?:nach gas|verbrannt|verschmort)`,
    String.raw`(?:habe|hab|hat) (?:mich|sich) (?:daran |damit )?(?:verletzt|verbrannt|geschnitten)|verschluckt|krankenwagen|notarzt`,
    String.raw`(?:funken|flammen|rauch|qualm) (?:kommt|kommen|schlagen|sprühen|steigt|aus)|(?:kommt|kommen|sprühen|steigt|schlagen) (?:[\p{L}]+ ){0,3}?(?:funken|flammen|rauch|qualm)|(?:stinkt|riecht) (?:[\p{L}]+ ){0,3}?nach (?:gas|rauch|verbrannt\p{L}*|verschmort\p{L}*|feuer)|(?:beult|bläht|wölbt) sich|glühend hei(?:ß|ss)`,
    String.raw`(?:ist|sind) (?:[\p{L}]+ ){0,5}?(?:auf (?:mich|mein\p{L}*|unser\p{L}*|das (?:kind|baby))) (?:gefallen|gestürzt|gekippt)|(?:von der wand|umgekippt|heruntergefallen|zusammengebrochen) (?:[\p{L}]+ ){0,6}(?:kind|baby|mich|getroffen)|steck(?:e|t|en)? (?:[\p{L}]+ )?(?:im aufzug|im fahrstuhl) fest|bremsen? (?:[\p{L}]+ ){0,3}(?:versagt|ausgefallen|nicht mehr)`,
  ],
  fraud: [
    String.raw`(?:jemand|ein betrüger|ein unbekannter|unbekannte|sie) (?:hat|haben) (?:[\p{L}-]+ ){0,5}?(?:mein|meine|meinem|meiner|meinen) (?:[\p{L}-]+ ){0,4}?(?:gehackt|benutzt|gestohlen|abgebucht|bestellt|abgehoben|überwiesen|geknackt)`,
    String.raw`(?:mein|meine) (?:[\p{L}-]+ )?(?:konto|karte|identität|daten|passwort) (?:wurden?|ist|sind) (?:[\p{L}-]+ )?(?:gehackt|gestohlen|missbraucht|geknackt)`,
    String.raw`(?:bin|wurde|worden) (?:[\p{L}-]+ ){0,3}?(?:betrogen|opfer (?:von|eines) betrugs?|auf betrüger hereingefallen)|auf (?:den|einen) link geklickt`,
    String.raw`(?:abbuchung|zahlung|überweisung|buchung)(?:en)? (?:habe ich )?(?:nicht (?:autorisiert|veranlasst|getätigt|gemacht)|kenne ich nicht)`,
  ],
  bereavement: [
    String.raw`mein(?:e|er|en|em|es)? (?:[\p{L}-]+ )?${RELATIVE} (?:ist |war )?(?:[\p{L}-]+ ){0,3}?(?:gestorben|verstorben|tot|verschieden)`,
    String.raw`mein(?:e|er)? verstorbener? ${RELATIVE}|(?:todesfall|sterbefall) in (?:der|meiner) familie|ich bin (?:der |die )?(?:erbe|erbin|witwe|witwer|testamentsvollstrecker)`,
    String.raw`(?:mama|papa|mutti|vati|oma|opa|${RELATIVE}|(?:konto|vertrags|anschluss|karten)inhaber(?:in)?|mieter(?:in)?) (?:ist |war |sind )?(?:[\p{L}\d.]+ ){0,4}?(?:gestorben|verstorben|tot|verschieden|eingeschlafen|von uns gegangen|lebt nicht mehr|nicht mehr am leben)`,
    String.raw`(?:unser|unsere|unseren|mein|meine|meinen|das|den) (?:[\p{L}]+ )?(?:vater|mutter|mann|frau|kind|baby|sohn|tochter|bruder|schwester|oma|opa|partner(?:in)?) (?:verloren|beerdigt|beigesetzt)|(?:erbin|erbe|alleinerbe|alleinerbin|nachlass|hinterbliebene[rn]?|sterbeurkunde|trauerfall|todesfall) (?:von|meine[rs]?|des|der|für|regeln)|(?:er|sie) ist (?:[\p{L}\d.]+ ){0,3}?(?:gestorben|verstorben)`,
  ],
  vulnerable: [
    String.raw`(?:arbeit|job|stelle|wohnung) verloren|arbeitslos geworden|obdachlos|gerichtsvollzieher`,
    String.raw`kann (?:ich )?(?:mir )?(?:[\p{L}-]+ ){0,4}?(?:nicht|kein\p{L}*) (?:[\p{L}-]+ ){0,3}?(?:mehr )?(?:bezahlen|zahlen|leisten)|in finanziellen schwierigkeiten|überschuldet|zahlungsunfähig`,
    String.raw`(?:bin|liege|liegt) (?:[\p{L}-]+ )?im krankenhaus|(?:habe|hat) (?:krebs|demenz|alzheimer)|häusliche gewalt`,
  ],
  legal: [
    String.raw`mein(?:e|en|em)? (?:anwalt|anwältin|rechtsanwalt|rechtsanwältin)|(?:rechtliche|gerichtliche) schritte|(?:sie|euch|ihre firma) (?:verklagen|anzeigen)|vor gericht (?:gehen|bringen|ziehen)`,
    String.raw`(?:melde|beschwere|wende|gehe) (?:ich )?(?:mich |das |sie )?(?:bei der|beim|an die|an den|zur|zum) (?:[\p{L}-]+ )?(?:bafin|ombudsmann|ombudsstelle|verbraucherzentrale|aufsichtsbehörde|datenschutzbehörde|presse)`,
  ],
  asksAboutRules: [
    'wie|was|wann|wo|wohin|wer|wem|wessen|warum|wieso|welche[rsnm]?|ob|gibt es|ist|sind|wird|werden|muss ich|müssen wir',
    'kann ich|kann man|können wir|darf ich|darf man|soll ich|sollte ich|bis wann|ab wann|falls|wenn|ich (?:möchte|will|würde gerne?) wissen',
  ],
}
