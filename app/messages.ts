import type { Refusal, RefusalCode, RefusalFacts } from '#app/domain/refusal.ts'

const sentences: { [Code in RefusalCode]: (facts: RefusalFacts[Code]) => string } = {
  'changed-meanwhile': () =>
    'Iemand anders heeft dit intussen gewijzigd, of u zelf in een ander venster. U ziet hieronder de nieuwe gegevens. Controleer ze en probeer het opnieuw.',

  // access
  'link-no-longer-works': () => 'Deze link werkt niet meer. Vraag een nieuwe aan.',
  'too-many-attempts': ({ waitMinutes }) =>
    `U hebt dit te vaak geprobeerd. Wacht ${waitMinutes === 1 ? 'een minuut' : `${waitMinutes} minuten`} en probeer het opnieuw.`,
  'role-in-the-past': () => 'Een rol kan niet in het verleden ingaan of eindigen. Kies vandaag of later.',
  'council-has-next-clerk': () =>
    'Voor deze raad is vanaf die dag al een griffier benoemd. Beëindig eerst die rol, of kies “plaatsvervangend griffier”.',
  'role-already-held': () =>
    'Deze persoon heeft deze rol al, of krijgt die later. Bekijk de lijst bij “Personen en rollen”.',
  'last-administrator': () =>
    'Vanaf die dag is er dan geen beheerder meer. Geef eerst iemand anders de rol van beheerder.',
  'own-role': () => 'Uw eigen rol kunt u niet beëindigen. Vraag het een andere beheerder.',

  // requesting
  'step-not-possible': ({ statusText }) =>
    `Dit kan nu niet: de aanvraag staat op “${statusText}”. Ververs de pagina en bekijk wat u nu kunt doen.`,
  'co-request-closed': () =>
    'Er is al een bijeenkomst gepland voor deze aanvraag. Wilt u iets veranderen voor uw raad? Neem contact op met de provincie.',
  'clarification-already-open': () =>
    'Er staat al een vraag open. Wacht op het antwoord voordat u een nieuwe vraag stelt.',
  'proposal-closed': ({ why }) =>
    ({
      answered:
        'Op dit voorstel is al geantwoord. Hieronder ziet u wat er is gekozen. Is dat niet goed? Bel de provincie.',
      withdrawn:
        'De provincie heeft dit voorstel ingetrokken. U hoeft nu niet te kiezen. U krijgt bericht van een nieuw voorstel.',
    })[why],
  'evening-already-past': ({ evening }) => `De avond van ${evening} is al geweest. Kies een andere avond.`,
  'council-unknown': () => 'Deze gemeenteraad kennen wij niet. Kies de gemeente opnieuw.',
  'offer-changed': () => 'Een onderwerp of vorm die u koos, is er niet meer. Kies opnieuw.',

  // scheduling
  'speaker-already-booked': ({ speakerName, otherTitle, otherTime }) =>
    `${speakerName} spreekt dan al bij “${otherTitle}” (${otherTime}). Kies een andere spreker of een ander moment.`,
  'venue-already-booked': ({ venueName, otherTitle, otherTime }) =>
    `${venueName} is dan al in gebruik voor “${otherTitle}” (${otherTime}). Kies een andere zaal of een ander moment.`,
  'session-step-not-possible': ({ statusText }) =>
    `Dit kan niet meer: de bijeenkomst staat op “${statusText}”. Ververs de pagina en bekijk wat u nu kunt doen.`,
  'dos-number-missing': () =>
    'Het DOS-nummer ontbreekt. Vul het eerst in bij “Wijzigen”: zonder DOS-nummer gaat er geen mail de deur uit.',
  'venue-municipality-unknown': () => 'Kies een gemeente uit de lijst, of laat het leeg.',
  'session-place-missing': () => 'Kies eerst een zaal of vul een link voor online deelname in.',
  'session-programme-missing': () => 'Zet eerst minstens één blok in het programma.',
  'session-already-began': () => 'De begintijd is al geweest. Kies eerst een moment in de toekomst.',
  'request-already-planned': ({ reference, otherTitle }) =>
    `Voor aanvraag ${reference} staat al een bijeenkomst: “${otherTitle}”. Wijzig die, of annuleer die eerst.`,
  'request-not-in-treatment': ({ reference }) =>
    `Aanvraag ${reference} is niet in behandeling. Neem de aanvraag eerst in behandeling.`,

  'option-expiry-past': () => 'Dit moment is al geweest. Kies een dag en tijd in de toekomst.',
  'option-expiry-too-late': () => 'Laat de optie vervallen voordat de bijeenkomst begint. Kies een eerdere dag.',
  'option-without-holder': () =>
    'Er is geen griffie die de optie kan krijgen: geen van de raden doet al mee, of er is geen e-mailadres. Bel de griffie, of publiceer de bijeenkomst.',

  // inviting
  'reply-already-handled': ({ by, text }) =>
    `${by} heeft deze reactie net al afgehandeld: ${text}. U ziet hieronder wat er is gedaan.`,
  'sender-unknown': () =>
    'In deze mail staat geen afzender. Koppel de reactie alleen voor deze keer, of wijs de mail af.',
  'address-of-another': ({ name }) =>
    `Dit adres hoort al bij ${name}. Koppel de reactie alleen voor deze keer, of kies een ander adres.`,
  'choice-already-taken-back': () => 'Deze keuze is al teruggedraaid. Ververs de pagina en bekijk wat u nu kunt doen.',
  'no-answer-chosen': () =>
    'In deze mail staat geen ja, misschien of nee. Kies zelf wat de deelnemer bedoelt, of kies “Gezien”.',
  'address-needs-administrator': () => 'Deze persoon logt in met dit adres. Vraag een beheerder om het te wijzigen.',
  'engagement-closed': ({ reason }) =>
    ({
      cancelled: 'Deze bijeenkomst gaat niet door. Antwoorden kan niet meer.',
      held: 'Deze bijeenkomst is al geweest. Antwoorden kan niet meer.',
      notHeldAnyMore: 'Deze avond wordt niet meer vastgehouden. Antwoorden kan niet meer.',
      optionExpired: 'De optie is vervallen. Antwoorden kan niet meer. Neem contact op met de provincie.',
    })[reason],
  'erasure-needs-administrator': () =>
    'U werkt ook met dit portaal, als griffie, medewerker of spreker, of u beheert een zaal. Vraag de beheerder bij de provincie om uw gegevens te wissen.',
  'too-late-to-remind': () =>
    'Herinneren kan niet meer: de bijeenkomst is al begonnen, is geweest of gaat niet door. Ververs de pagina.',
  'reminded-twice': () => 'Dit is al twee keer gedaan. Vraag het de deelnemers die nog niet reageerden zelf.',
  'reminded-recently': ({ at, from }) =>
    `Dit is gedaan op ${at}. Geef de deelnemers even de tijd: het kan opnieuw vanaf ${from}.`,
  'nobody-to-remind': () =>
    'Er is nu niemand om te herinneren. Ververs de pagina en bekijk wie nog niet reageerde en waarom.',
  'mail-not-resendable': ({ why }) =>
    ({
      erased: 'De gegevens van deze persoon zijn gewist. Er kan geen mail meer naartoe.',
      purged: 'De tekst van deze mail is verwijderd. Opnieuw versturen kan niet meer.',
      underWay: 'Deze mail is nog onderweg en gaat vanzelf weg. Wacht tot hij verzonden of mislukt is.',
      superseded: 'Er is een nieuwere mail, of deze mail was niet meer nodig. Bekijk de nieuwste mail.',
      suspended: 'Mail naar dit adres kwam terug. Bel deze persoon en vraag om een ander adres.',
      ownLink:
        'In deze mail staat een eigen link, die snel verloopt. Vraag de ontvanger om zelf een nieuwe aan te vragen.',
      arrived: 'Deze mail is verzonden. Opnieuw versturen kan alleen met een uitnodiging of een mislukte mail.',
      sessionCancelled: 'Deze bijeenkomst gaat niet door. De mail klopt niet meer.',
      sessionHeld: 'Deze bijeenkomst is al geweest. De mail heeft geen zin meer.',
      noLongerTakesPart: 'Deze persoon doet niet meer mee aan de bijeenkomst. De mail klopt niet meer.',
      requestClosed: 'Deze aanvraag is ingetrokken of afgewezen. De mail klopt niet meer.',
    })[why],
  'session-closed': ({ reason }) =>
    ({
      cancelled: 'Deze bijeenkomst gaat niet door. Aanmelden of antwoorden kan niet meer.',
      held: 'Deze bijeenkomst is al geweest. Aanmelden of antwoorden kan niet meer.',
      notPublished: 'Deze bijeenkomst staat nog niet vast. Aanmelden kan zodra u de uitnodiging krijgt.',
    })[reason],
}

/** The Dutch sentence for a refusal: what is the matter and what to do now. */
export function sentenceFor(refusal: Refusal): string {
  const say = sentences[refusal.code] as (facts: RefusalFacts[RefusalCode]) => string
  return say(refusal.facts)
}
