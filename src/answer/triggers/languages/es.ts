import type { LanguageSigns } from './types'

const HOLDING =
  '(?:cuentas?|tarjetas?|suscripci[oó]n|suscripciones|contratos?|membres[ií]a|p[oó]liza|seguros?|planes?|plan|pr[eé]stamos?|cr[eé]ditos?|hipoteca|reservas?|cita|domiciliaci[oó]n)'
const OWNED = String.raw`(?:mi|mis|nuestra|nuestro|la|el|las|los|esta|este|esa|ese) (?:[\p{L}-]+ ){0,2}?${HOLDING}`
const END = '(?:cancelar|cerrar|anular|terminar|rescindir|dar de baja|eliminar)'
const RELATIVE =
  '(?:marido|mujer|esposo|esposa|pareja|padre|madre|papá|mamá|hijo|hija|hermano|hermana|abuelo|abuela|tío|tía|amigo|amiga)'

export const SPANISH: LanguageSigns = {
  asksForPerson: [
    String.raw`(?:quiero|necesito|prefiero|exijo) (?:una? )?(?:persona (?:real|de verdad)|humano|ser humano|asesor|asesora|representante|operador)`,
    String.raw`(?:hay|existe) (?:alg[uú]n|alguna|una) (?:persona (?:real|de verdad)|humano)|ll[aá]m(?:en|e)me (?:por favor|por tel[eé]fono|ya|cuanto antes)|(?:pueden|puede|podr[ií]an) llamarme`,
  ],
  cancellation: [
    String.raw`(?:quiero|queremos|quisiera|deseo|necesito|voy a|me gustar[ií]a|solicito) (?:[\p{L}-]+ ){0,2}?(?:${END}|darme de baja de) ${OWNED}`,
    String.raw`(?:por favor,? )?(?:cancele|cancelen|cancela|cierre|cierren|cierra|anule|anulen|anula|elimine|eliminen|den de baja|dé de baja) ${OWNED}`,
    String.raw`(?:quiero|deseo|solicito) (?:darme de|la) baja|(?:me voy|me cambio|voy) a (?:otro banco|otra (?:compañía|empresa|tienda)|la competencia)`,
  ],
  complaint: [
    String.raw`(?:quiero|quisiera|deseo|voy a|necesito) (?:[\p{L}-]+ ){0,2}?(?:quejarme|reclamar|(?:poner|presentar|hacer|interponer) una (?:queja|reclamaci[oó]n|denuncia))`,
    String.raw`(?:presento|pongo) una (?:queja|reclamaci[oó]n)|esto es una (?:queja|reclamaci[oó]n)|me quejo de`,
    String.raw`(?:es )?(?:inaceptable|inadmisible|indignante|vergonzoso|una vergüenza)|(?:servicio|atenci[oó]n)(?: al cliente)? (?:p[eé]simo|p[eé]sima|horrible|terrible|lamentable|nefast[oa])|(?:p[eé]simo|p[eé]sima|horrible) (?:servicio|atenci[oó]n)`,
    String.raw`(?:muy|realmente|sumamente|totalmente|extremadamente) (?:decepcionad[oa]|insatisfech[oa]|descontent[oa]|disgustad[oa])`,
  ],
  frustration: [
    String.raw`por (?:segunda|tercera|cuarta|quinta|en[eé]sima|[uú]ltima) vez|es la (?:segunda|tercera|cuarta|quinta|en[eé]sima) vez`,
    String.raw`(?:ya )?(?:se|te) lo (?:he|hemos) (?:dicho|explicado|preguntado)|ya (?:se |te )?lo (?:dije|expliqu[eé]|pregunt[eé])|cu[aá]ntas veces (?:tengo|debo|he)`,
    String.raw`no me (?:est[aá]s?|estáis) (?:escuchando|entendiendo|ayudando)|no me (?:entiendes?|escuchas?|ayudas?|sirve|ha servido)|(?:eso|esto|su respuesta) no (?:me )?(?:ayuda|sirve)`,
    String.raw`(?:bot|robot|m[aá]quina|chatbot) (?:in[uú]til|est[uú]pid[oa]|tont[oa]|de mierda)|est[uú]pid[oa] (?:bot|robot|m[aá]quina)`,
    String.raw`esto es (?:rid[ií]culo|absurdo|una broma|una p[eé]rdida de tiempo|desesperante)|estoy hart[oa]|ya basta`,
  ],
  selfHarm: [
    String.raw`(?:suicidarme|matarme|hacerme daño|quitarme la vida)|suicid\p{L}*(?! (?:prevention|awareness|squad|sprints?|doors?|charity))|quiero morir|no quiero (?:seguir viviendo|vivir)|acabar con mi vida`,
    String.raw`(?:me|se|mí) (?:corto|corta|hago daño|hace daño|voy a matar|va a matar|quiero matar|mato|ahorco|ahorcar|tiro|tire|voy a tirar|va a tirar)(?: [\p{L}]+){0,3}?(?:brazos|piernas|muñecas|daño|matar|mato|ventana|puente|tren|metro|balcón)?(?= |[.,!]|$)(?<=(?:brazos|piernas|muñecas|daño|matar|mato|ventana|puente|tren|metro|balcón|ahorco|ahorcar))`,
    String.raw`(?:no (?:quiero|deseo|puedo) (?:seguir|continuar) (?:viviendo|así con mi vida)|(?:ya )?no quiero (?:vivir|estar aquí|existir|despertar\p{L}*)|(?:ning[uú]n|sin|no tengo|no hay|qu[eé]) (?:motivo|raz[oó]n|sentido|ganas) (?:para|de|tiene) (?:vivir|seguir (?:viviendo|adelante)|mi vida|la vida)|(?:no le (?:veo|encuentro) sentido a (?:la vida|mi vida|vivir|nada)))`,
    String.raw`(?:mejor sin m[ií]|si (?:yo )?(?:no estuviera|estuviera muert[oa]))|quitar(?:me|se) la vida|acabar con (?:todo|mi vida|su vida)|(?:quiero|ganas de) (?:morir(?:me)?|desaparecer(?: para siempre)?)(?=[.,!]| para| y|$)|(?:tomado|tragado) (?:todas|todo|un mont[oó]n|muchas) (?:[\p{L}]+ ){0,2}?(?:pastillas|frasco|caja|tabletas)|(?:tirar(?:me|se)|saltar) (?:del?|desde|por|al) (?:el |la |un )?(?:puente|ventana|balc[oó]n|tren|metro|azotea)`,
  ],
  safety: [
    String.raw`(?:echa humo|sale humo|se quema|se incendi[oó]|est[aá] ardiendo|explot[oó]|ha explotado|prendi[oó] fuego|echa chispas)|olor a (?:gas|quemado)|huele a (?:gas|quemado)`,
    String.raw`bater[ií]a (?:se ha |est[aá] )?(?:hinchad[oa]|inflad[oa])|descarga el[eé]ctrica|calambrazo|me (?:he )?(?:quemado|cortado|herido|lesionado|quem[eé]|cort[eé])|ambulancia|se (?:ha )?trag(?:ado|ó)`,
    String.raw`(?:salen|saltan|echa|echar|echando|suelta|despide) (?:[\p{L}]+ ){0,2}?(?:chispas|llamas|humo)|huele (?:[\p{L}]+ ){0,2}?a (?:gas|quemado|humo)|(?:se (?:le |me |nos )?(?:ha )?(?:cay[oó]|ca[ií]do)) (?:encima|sobre)|(?:encerrad[oa]s?|atrapad[oa]s?) en el ascensor|(?:han )?fallado los frenos|los frenos (?:[\p{L}]+ ){0,2}(?:fallaron|fallan|no funcionan)`,
  ],
  fraud: [
    String.raw`(?:alguien|un estafador|un desconocido) (?:ha|est[aá]|us[oó]|entr[oó]|rob[oó]|hack[eé]o) ?(?:[\p{L}-]+ ){0,5}?(?:mi|mis) (?:[\p{L}-]+ )?(?:cuentas?|tarjetas?|identidad|contraseña|datos|dinero|m[oó]vil)`,
    String.raw`me (?:han |ha )?(?:hackeado|estafado|robado|clonado|timado|estafaron|robaron|hackearon|clonaron)|(?:mi|mis) (?:cuenta|tarjeta|identidad|datos) (?:ha|han|fue|fueron|est[aá]) (?:sido )?(?:hackead|robad|clonad|suplantad)[oa]s?`,
    String.raw`(?:soy|fui|he sido) v[ií]ctima de (?:un |una )?(?:fraude|estafa|robo)|hice clic en (?:el|un) enlace|no (?:reconozco|autoric[eé]|hice|he hecho|he autorizado) (?:este|esta|estos|estas|ese|esa|un|una) (?:[\p{L}-]+ )?(?:cargos?|pagos?|compras?|transferencias?|operaci[oó]n|transacci[oó]n)`,
  ],
  bereavement: [
    String.raw`mi (?:[\p{L}-]+ )?${RELATIVE} (?:[\p{L}-]+ ){0,3}?(?:falleci[oó]|fallecido|fallecida|muri[oó]|muerto|muerta)|mi (?:difunt[oa]|fallecid[oa]) ${RELATIVE}`,
    String.raw`(?:fallecimiento|muerte) de mi ${RELATIVE}|soy (?:viuda|viudo|el heredero|la heredera|el albacea)|he perdido a mi ${RELATIVE}`,
    String.raw`(?:${RELATIVE}|titular|inquilin[oa]|beb[eé]) (?:[\p{L}-]+ ){0,4}?(?:falleci[oó]|fallecid[oa]|muri[oó]|ha muerto|est[aá] muert[oa]|nos dej[oó]|ya no est[aá] con nosotros)|hemos perdido (?:a|al) (?:[\p{L}-]+ )?(?:${RELATIVE}|beb[eé])|(?:soy|somos) (?:el |la |los )?(?:hereder[oa]s?|viud[oa])|(?:certificado de defunci[oó]n|herencia|funeral|entierro) de`,
  ],
  vulnerable: [
    String.raw`perd(?:í|ido|i) (?:mi|el) (?:trabajo|empleo|casa)|me (?:han )?(?:despedido|desahuciado|despidieron|desahuciaron)|en paro|sin hogar|me (?:van a embargar|han embargado|embargan)`,
    String.raw`no (?:puedo|podemos|llego a) (?:[\p{L}-]+ ){0,2}?(?:pagar|afrontar|comer|fin de mes)|(?:graves )?(?:dificultades|problemas) (?:econ[oó]mic[oa]s|financier[oa]s)`,
    String.raw`(?:estoy|est[aá]) (?:en el hospital|hospitalizad[oa]|ingresad[oa])|(?:tengo|tiene) c[aá]ncer|violencia (?:de g[eé]nero|dom[eé]stica)`,
  ],
  legal: [
    String.raw`mi abogad[oa]|(?:acciones|medidas) legales|(?:demandarles?|denunciarles?|demandarlos|denunciarlos|les voy a (?:demandar|denunciar))|ante (?:los tribunales|el juez)|ir a juicio`,
    String.raw`(?:denunciar|reclamar|quejarme|informar|acudir|voy) (?:[\p{L}-]+ ){0,4}?(?:consumo|banco de españa|defensor del (?:cliente|consumidor|pueblo)|agencia (?:española )?de protecci[oó]n|ocu|facua|la prensa)`,
  ],
  asksAboutRules: [
    'c[oó]mo|cu[aá]ndo|d[oó]nde|qu[eé]|cu[aá]l|cu[aá]les|qui[eé]n|por qu[eé]|cu[aá]nto|cu[aá]nta|cu[aá]ntos|cu[aá]ntas',
    'puedo|podemos|se puede|debo|tengo que|hace falta|si|en caso de|hasta cu[aá]ndo|desde cu[aá]ndo|(?:quiero|quisiera|me gustar[ií]a) saber',
  ],
}
