import type { LanguageSigns } from './types'

const HOLDING =
  '(?:comptes?|cartes?|abonnements?|contrats?|adhésion|assurances?|forfaits?|crédits?|prêts?|réservations?|rendez-vous|livret|prélèvements?)'
const OWNED = String.raw`(?:mon|ma|mes|notre|nos|le|la|les|ce|cet|cette) (?:[\p{L}'-]+ ){0,2}?${HOLDING}`
const END = '(?:résilier|clôturer|cloturer|fermer|annuler|supprimer|arrêter|interrompre)'
const RELATIVE =
  '(?:mari|femme|époux|épouse|conjointe?|compagnon|compagne|père|mère|papa|maman|fils|fille|enfant|frère|sœur|soeur|grand-père|grand-mère|oncle|tante|amie?)'

export const FRENCH: LanguageSigns = {
  asksForPerson: [
    String.raw`(?:veux|voudrais|souhaite|aimerais|préfère|exige) (?:avoir )?(?:une? )?(?:vraie? )?(?:conseill(?:er|ère)|humain|être humain|personne réelle|interlocuteur|agent humain)`,
    String.raw`besoin d'(?:une? )?(?:vraie? )?(?:conseill(?:er|ère)|humain|interlocuteur)|un vrai (?:humain|conseiller)|une vraie (?:personne|conseillère)|y a-t-il (?:un humain|quelqu'un)`,
    String.raw`rappelez-moi|(?:pouvez-vous|merci de) me rappeler`,
  ],
  cancellation: [
    String.raw`(?:veux|voudrais|souhaite|souhaiterais|voulons|souhaitons|vais|dois|désire|aimerais) (?:[\p{L}'-]+ ){0,2}?${END} ${OWNED}`,
    String.raw`(?:merci de|veuillez|je vous (?:demande|prie) de|pouvez-vous|vous pouvez) (?:bien vouloir )?${END} ${OWNED}`,
    String.raw`(?:résiliez|clôturez|fermez|annulez|supprimez) ${OWNED}|je résilie|par la présente, je (?:résilie|mets fin)`,
    String.raw`(?:je vais|je pars|je passe|je préfère aller) (?:chez un concurrent|chez la concurrence|ailleurs)`,
  ],
  complaint: [
    String.raw`(?:veux|voudrais|souhaite|vais|dois|désire) (?:[\p{L}'-]+ ){0,2}?(?:me plaindre|porter plainte|(?:faire|déposer|formuler|adresser) une (?:réclamation|plainte))`,
    String.raw`je (?:me plains|dépose une (?:réclamation|plainte))|ceci est une réclamation`,
    String.raw`(?:inadmissible|inacceptable|scandaleux|lamentable|c'est une honte|honteux)|(?:service|accueil) (?:client )?(?:déplorable|nul|catastrophique|exécrable|horrible)`,
    String.raw`(?:très|extrêmement|vraiment|profondément|particulièrement) (?:déçue?s?|mécontente?s?|insatisfaite?s?)`,
  ],
  frustration: [
    String.raw`(?:pour|c'est) la (?:deuxième|troisième|quatrième|cinquième|énième|dernière|\d+e) fois`,
    String.raw`(?:je vous l'ai|je l'ai|je t'ai|j'ai) déjà (?:dit|expliqué|écrit|répondu|demandé|essayé)`,
    String.raw`(?:vous ne|tu ne) (?:m'écoutez|comprenez|comprends|m'aidez|répondez|réponds) (?:pas|rien)|(?:ça|cela|votre réponse) ne (?:m'aide|sert) (?:pas|à rien)|vous (?:répétez|me répétez) (?:toujours|sans cesse)`,
    String.raw`(?:robot|bot|machine|chatbot) (?:stupide|inutile|idiot|débile|nul)|stupide (?:robot|bot|machine)`,
    String.raw`c'est (?:ridicule|n'importe quoi|une blague|inutile|insupportable)|j'en ai (?:marre|assez|ras le bol)|ras-le-bol`,
  ],
  selfHarm: [
    String.raw`(?:me|m') ?(?:suicider|tuer|faire du mal|blesser volontairement)|suicid\p{L}*(?! (?:prevention|awareness|squad|sprints?|doors?|charity))|envie de mourir|veux mourir|en finir avec la vie|plus envie de vivre`,
    String.raw`(?:me|se|m'|s')(?: )?(?:tue|tuer|pendre|noyer|scarifie\p{L}*|scarifier|mutile\p{L}*|jeter sous|fais du mal|fait du mal|supprimer)|(?:mettre fin à|finir avec) (?:mes|ses|ma|sa|tout)(?: (?:jours|vie))?|(?:envie|veux|voudrais|vais|pense à|songe à) (?:d')?en finir`,
    String.raw`(?:aucune?|plus (?:de|aucune?)|pas de|quel) (?:raison|sens|goût|but|intérêt) (?:de|à|pour) (?:vivre|continuer|la vie|ma vie)|(?:à quoi bon) (?:continuer|vivre)|(?:ne )?(?:veux|voudrais|souhaite|peux) plus (?:vivre|être là|exister|me réveiller|de cette vie|être en vie)|(?:veux|envie de|voudrais) (?:mourir|disparaître(?: pour toujours)?)`,
    String.raw`(?:sans moi|si j'étais morte?|si je n'étais plus là)(?: [\p{L}']+){0,5} (?:mieux|plus heureux|soulag\p{L}+)|(?:sauter|saute|me jeter|se jeter) (?:du|de la|d'un|par la|sous (?:un|le)) (?:pont|fenêtre|balcon|train|métro|toit)|(?:avalé|pris) (?:[\p{L}]+ ){0,3}?(?:boîte|somnifères|médicaments|cachets)`,
  ],
  safety: [
    String.raw`(?:prend|a pris|prenait) feu|(?:mon|ma|le|la|il|elle|ça) (?:[\p{L}'-]+ ){0,2}?(?:fume|brûle|fond)|(?:a explosé|a brûlé|fait des étincelles|est en feu)|odeur de (?:gaz|brûlé)|sent le (?:gaz|brûlé)`,
    String.raw`batterie (?:a |est )?(?:gonflée?|gonfle)|(?:choc électrique|électrocutée?|décharge électrique)|m'a (?:blessée?|brûlée?|coupée?)|je me suis (?:blessée?|brûlée?|coupée?)|ambulance|a avalé`,
    String.raw`(?:étincelles?|flammes?|fumée) (?:sort|sortent|jaillit|jaillissent|s'échappe)|(?:fait|sort|sortent|jette) (?:[\p{L}]+ )?(?:étincelles?|flammes?|fumée)|(?:est|sont) tombée?s? (?:sur|devant) (?:moi|mon|ma|mes|le bébé|l'enfant|notre)|(?:fume|gonfle|fond) et|coincée?s? dans l'ascenseur|freins? (?:ont|a) lâché`,
  ],
  fraud: [
    String.raw`(?:quelqu'un|un escroc|un inconnu|on) (?:a|m'a|utilise|est entré) (?:[\p{L}'-]+ ){0,5}?(?:mon|ma|mes) (?:[\p{L}'-]+ )?(?:comptes?|cartes?|identité|mot de passe|coordonnées|données|téléphone)`,
    String.raw`(?:mon|ma|mes) (?:[\p{L}'-]+ )?(?:comptes?|cartes?|identité|données) (?:a été|ont été|est|a ete) (?:[\p{L}'-]+ )?(?:piratée?s?|volée?s?|usurpée?s?|utilisée?s? sans)`,
    String.raw`(?:me suis fait|été|suis) (?:arnaquée?|escroquée?|pirat(?:er|ée?)|arnaquer|escroquer|victime (?:d'une|de) (?:fraude|arnaque|escroquerie|l'usurpation))|cliqué sur (?:le|un) lien`,
    String.raw`(?:n'ai pas|jamais) (?:autorisé|fait|effectué|validé) (?:ce|cet|cette|ces) (?:[\p{L}'-]+ )?(?:paiements?|prélèvements?|virements?|achats?|transactions?|débits?)`,
  ],
  bereavement: [
    String.raw`(?:mon|ma) (?:[\p{L}'-]+ )?${RELATIVE} (?:[\p{L}'-]+ ){0,3}?(?:décédée?|mort|morte|nous a quittés)|(?:mon|ma) (?:défunte?|regrettée?|feue?) (?:[\p{L}'-]+ )?${RELATIVE}`,
    String.raw`(?:décès|mort|perte|perdu) (?:de )?(?:mon|ma) ${RELATIVE}|je suis (?:veuve|veuf|l'héritière?|l'exécuteur testamentaire)`,
    String.raw`(?:${RELATIVE}|titulaire(?: du (?:compte|contrat))?|locataire|mamie|papi|bébé) (?:[\p{L}'-]+ ){0,4}?(?:décédée?|est morte?|nous a quittée?s|n'est plus (?:là|de ce monde|en vie)|vient de mourir|s'est éteinte?)|(?:il|elle) (?:est|vient de) (?:décédée?|morte?|mourir)`,
    String.raw`(?:perdu|perte de) (?:notre|mon|ma|nos) (?:[\p{L}'-]+ )?(?:${RELATIVE}|bébé|mamie|papi)(?! au)|(?:succession|obsèques|enterrement|acte de décès) (?:de|du)|(?:héritière?|veuve|veuf) de`,
  ],
  vulnerable: [
    String.raw`perdu mon (?:emploi|travail|logement)|licenciée?|sans abri|expulsée?|huissiers?|surendett\p{L}*`,
    String.raw`(?:peux|arrive|pouvons|parviens) (?:plus|pas)(?: à)? (?:payer|rembourser|régler|manger|me nourrir)|(?:grosses |graves )?difficultés financières`,
    String.raw`(?:suis|est) (?:[\p{L}'-]+ )?(?:à l'hôpital|hospitalisée?)|(?:j'ai|a) un cancer|violences? conjugales?|maladie d'alzheimer`,
  ],
  legal: [
    String.raw`mon avocate?|(?:poursuites?|action) (?:judiciaires?|en justice)|vous (?:poursuivre|attaquer|traîner) en justice|au tribunal|mise en demeure`,
    String.raw`(?:saisir|saisis|contacter|contacte|signaler|signale|alerter) (?:[\p{L}'-]+ ){0,4}?(?:médiateur|dgccrf|cnil|acpr|amf|régulateur|presse|ufc)`,
  ],
  asksAboutRules: [
    "comment|quand|où|quel|quelle|quels|quelles|qui|pourquoi|combien|est-ce|qu'est-ce|que se passe|y a-t-il|puis-je|peut-on|pouvons-nous|pourrais-je",
    "dois-je|faut-il|doit-on|est-il|est-on|si|en cas de|à partir de quand|jusqu'à quand|je (?:voudrais|veux|souhaite|souhaiterais|aimerais) savoir",
  ],
}
