/** The app's English sentences in Dutch; {0}, {1} stand for what the sentence names. */
export const messages: Readonly<Record<string, string>> = {
  'The encryption key is empty.': 'De versleutelingssleutel is leeg.',
  'The {0} is not valid {1}: it must be {2}.': 'De {0} is geen geldige {1}: het moeten {2} zijn.',
  'The {0} has {1} bytes: it must be {2}.': 'De {0} heeft {1} bytes: het moeten er {2} zijn.',
  'encryption key': 'versleutelingssleutel',
  'fixed IV': 'vaste IV',
  'The environment variable {0} is not set.': 'De omgevingsvariabele {0} is niet ingesteld.',
  'It must be a JSON object.': 'Het moet een JSON-object zijn.',
  'must be a whole number': 'moet een geheel getal zijn',
  'No way leads from version {0} on.': 'Vanaf versie {0} is er geen weg vooruit.',
  'A payload must be a JSON object.': 'De inhoud moet een JSON-object zijn.',
  'The call id is missing.': 'De gespreks-id ontbreekt.',
  'No event is named, and the source’s settings name no stage.':
    'Er is geen gebeurtenis genoemd en de bron heeft geen fase ingesteld.',
  'A CloudEvent must be a JSON object.': 'Een CloudEvent moet een JSON-object zijn.',
  'An agent event must say which agent.': 'Een agentgebeurtenis moet zeggen welke agent.',
  'The mapping gave more than {0} events.': 'De koppeling gaf meer dan {0} gebeurtenissen.',
  'The mapping must give an object with a stage and call fields, a list of such, or nothing.':
    'De koppeling moet een object met een fase en gespreksvelden geven, een lijst daarvan, of niets.',
  'An agent state must say which agent.': 'Een agentstatus moet zeggen welke agent.',
  'No stage was given: one of {0}.': 'Er is geen fase gegeven: een van {0}.',
  'No event is named: add one of Joined, Offering, Answered, Bridged, Active, Missed, Leaving, Processing.':
    'Er is geen gebeurtenis genoemd: voeg Joined, Offering, Answered, Bridged, Active, Missed, Leaving of Processing toe.',
  'Use at least 12 characters: whoever has the file can try as often as they like.':
    'Gebruik minstens 12 tekens: wie het bestand heeft, kan onbeperkt proberen.',
  'Use at least 4 characters.': 'Gebruik minstens 4 tekens.',
  'It nests deeper than {0} levels.': 'Het is dieper dan {0} niveaus genest.',
  'The name "{0}" stands twice ({1}).': 'De naam "{0}" staat er twee keer ({1}).',
  'line {0}, column {1}': 'regel {0}, kolom {1}',
  'It is empty: JSON was expected.': 'Het is leeg: er werd JSON verwacht.',
  'It is not valid JSON.': 'Het is geen geldige JSON.',
  'It is not valid JSON: {0} at {1}.': 'Het is geen geldige JSON: {0} op {1}.',
  'comma expected': 'komma verwacht',
  'colon expected': 'dubbele punt verwacht',
  'value expected': 'waarde verwacht',
  'property name expected': 'eigenschapsnaam verwacht',
  'close brace expected': 'sluitaccolade verwacht',
  'close bracket expected': 'sluithaak verwacht',
  'end of file expected': 'einde van het bestand verwacht',
  'invalid symbol': 'ongeldig teken',
  'invalid character': 'ongeldig teken',
  'invalid number format': 'ongeldige getalnotatie',
  'invalid comment token': 'commentaar is hier niet toegestaan',
  'invalid escape character': 'ongeldig escapeteken',
  'invalid unicode': 'ongeldige Unicode',
  'unexpected end of string': 'tekst eindigt onverwacht',
  'unexpected end of number': 'getal eindigt onverwacht',
  'unexpected end of comment': 'commentaar eindigt onverwacht',
  'Give at least one of id, customId, email or extension.':
    'Geef minstens een id, eigen id, e-mailadres of toestel op.',
  'There is no {0} with the id "{1}".': 'Er is geen {0} met de id "{1}".',
  '"{0}" stands twice: ids must be unique.': '"{0}" staat er twee keer: id’s moeten uniek zijn.',
  'Give it a name.': 'Geef het een naam.',
  'At most 200 characters.': 'Hoogstens 200 tekens.',
  'Line breaks and control characters cannot be used here.':
    'Regeleinden en besturingstekens kunnen hier niet worden gebruikt.',
  'Enter an address, for example https://crm.example.com/call.':
    'Vul een adres in, bijvoorbeeld https://crm.example.com/call.',
  'At most 8,000 characters.': 'Hoogstens 8.000 tekens.',
  'Enter only scheme and host: https://login.example.com.':
    'Vul alleen schema en host in: https://login.example.com.',
  'The address must start with https:// (or http://).':
    'Het adres moet met https:// (of http://) beginnen.',
  'Only https:// and http:// addresses can be opened, not {0}:.':
    'Alleen adressen met https:// en http:// kunnen worden geopend, niet {0}:.',
  'The address is not valid: it should look like https://crm.example.com/call.':
    'Het adres is niet geldig: het moet eruitzien als https://crm.example.com/call.',
  'The address must not contain a user name or password.':
    'Het adres mag geen gebruikersnaam of wachtwoord bevatten.',
  'Conditions nest deeper than {0}.': 'Voorwaarden zijn dieper dan {0} genest.',
  'The variable "{0}" is set twice: give each its own name.':
    'De variabele "{0}" wordt twee keer gezet: geef elk een eigen naam.',
  'The variable "{0}" is not set before this step.':
    'De variabele "{0}" is vóór deze stap niet gezet.',
  'Give the parameter a name.': 'Geef de parameter een naam.',
  'This is no pattern that can be used: {0}. Lookarounds and backreferences are not available.':
    'Dit patroon kan niet worden gebruikt: {0}. Lookarounds en terugverwijzingen zijn er niet.',
  'It does not fit.': 'Het past niet.',
  'Enter the secret.': 'Vul het geheim in.',
  'The address must start with wss:// (or ws://), for example wss://pbx.example.com/events.':
    'Het adres moet met wss:// (of ws://) beginnen, bijvoorbeeld wss://pbx.example.com/events.',
  'The address must not contain a user name or password: use the token or a header.':
    'Het adres mag geen gebruikersnaam of wachtwoord bevatten: gebruik het token of een header.',
  'The address is not valid. Check it for spaces, stray characters and the port.':
    'Het adres is niet geldig. Controleer spaties, vreemde tekens en de poort.',
  'The address must start with https:// (or http://), without a user name or password.':
    'Het adres moet met https:// (of http://) beginnen, zonder gebruikersnaam of wachtwoord.',
  'At most 200,000 characters.': 'Hoogstens 200.000 tekens.',
  'At most 10,000 characters.': 'Hoogstens 10.000 tekens.',
  'Enter an address, for example https://api.example.com/calls.':
    'Vul een adres in, bijvoorbeeld https://api.example.com/calls.',
  'Tokens can stand in the path and the query only, not in the host.':
    'Tokens kunnen alleen in het pad en de query staan, niet in de host.',
  'Choose at least one.': 'Kies er minstens een.',
  'The encryption key is missing on this computer: enter it again.':
    'De versleutelingssleutel ontbreekt op deze computer: vul hem opnieuw in.',
  'The call has no value for the parameter "{0}".':
    'Het gesprek heeft geen waarde voor de parameter "{0}".',
  'The number at {0} is too large to be sent unchanged: write it as a text.':
    'Het getal op {0} is te groot om ongewijzigd te versturen: schrijf het als tekst.',
  '{{{0}}}: "{1}" is no kind of value. Use text, number, boolean or json.':
    '{{{0}}}: "{1}" is geen soort waarde. Gebruik text, number, boolean of json.',
  '{{{0}}} is no token. {1}': '{{{0}}} is geen token. {1}',
  'Use a call field, custom.NAME, ext.PATH or var.NAME.':
    'Gebruik een gespreksveld, custom.NAAM, ext.PAD of var.NAAM.',
  'Did you mean {{{0}}}?': 'Bedoelde u {{{0}}}?',
  'It is empty: XML was expected.': 'Het is leeg: er werd XML verwacht.',
  'A DOCTYPE cannot be used in a template: remove it.':
    'Een DOCTYPE kan niet in een sjabloon: verwijder die.',
  'It is not valid XML.': 'Het is geen geldige XML.',
  'It is not valid XML: {0} ({1})': 'Het is geen geldige XML: {0} ({1})',
  'It must have exactly one outermost element.': 'Het moet precies een buitenste element hebben.',
  'Its template is gone: choose another.': 'Het sjabloon is er niet meer: kies een ander.',
  'Too many wrong PINs. Try again in {0} s.':
    'Te vaak een verkeerde pincode. Probeer het over {0} s opnieuw.',
  'This is not the PIN.': 'Dit is niet de pincode.',
  'Enter the administrator’s PIN first.': 'Vul eerst de pincode van de beheerder in.',
  'The database in {0} cannot be used ({1}). Popups work, but nothing is remembered.':
    'De database in {0} kan niet worden gebruikt ({1}). Pop-ups werken, maar niets wordt onthouden.',
  'This is set by your company’s configuration file and cannot be changed here.':
    'Dit is door het configuratiebestand van uw bedrijf bepaald en kan hier niet worden gewijzigd.',
  'This was changed or deleted elsewhere while you were editing it. Save again to keep your version, or close without saving to keep the other.':
    'Dit is elders gewijzigd of verwijderd terwijl u het bewerkte. Sla nogmaals op om uw versie te houden, of sluit zonder opslaan om de andere te houden.',
  'Something else was changed since: this can no longer be undone.':
    'Sindsdien is iets anders gewijzigd: dit kan niet meer ongedaan worden gemaakt.',
  'This belongs to the demo call centre. Stop the demo and add your own.':
    'Dit hoort bij het demo-callcenter. Stop de demo en voeg uw eigen toe.',
  'This file is no longer open: choose it again.':
    'Dit bestand is niet meer open: kies het opnieuw.',
  'Something changed since: look at the changes again, then publish.':
    'Er is sindsdien iets gewijzigd: bekijk de wijzigingen opnieuw en publiceer dan.',
  'Choose the file first.': 'Kies eerst het bestand.',
  'Revision {0} cannot be read: {1}': 'Revisie {0} kan niet worden gelezen: {1}',
  'The file could not be written: {0}.': 'Het bestand kon niet worden geschreven: {0}.',
  'It is no configuration of Ringcue.': 'Het is geen configuratie van Ringcue.',
  'The passphrase is wrong, or the file was changed.':
    'De wachtwoordzin is onjuist of het bestand is gewijzigd.',
  'This computer offers no safe place for keys and tokens, so nothing was saved. Start a keyring (such as GNOME Keyring) and restart Ringcue, or allow readable storage under Settings.':
    'Deze computer heeft geen veilige plek voor sleutels en tokens, dus er is niets opgeslagen. Start een sleutelring (zoals GNOME Keyring) en herstart Ringcue, of sta leesbare opslag toe bij Instellingen.',
  'The stored keys and tokens could not be read. The file is kept in {0}; enter them again.':
    'De opgeslagen sleutels en tokens konden niet worden gelezen. Het bestand staat in {0}; vul ze opnieuw in.',
  'Some keys or tokens can no longer be decrypted on this computer. What uses them is off until they are entered again.':
    'Sommige sleutels of tokens kunnen op deze computer niet meer worden ontsleuteld. Wat ze gebruikt, staat uit tot ze opnieuw zijn ingevuld.',
  'The settings of this computer could not be read ({0}). They are kept in {1}; Ringcue goes on without them.':
    'De instellingen van deze computer konden niet worden gelezen ({0}). Ze staan in {1}; Ringcue gaat zonder verder.',
  'This popup’s call can no longer be read.':
    'Het gesprek van deze pop-up kan niet meer worden gelezen.',
  'A call must be a JSON object with its fields.':
    'Een gesprek moet een JSON-object met zijn velden zijn.',
  'This flow no longer exists.': 'Deze flow bestaat niet meer.',
  'This webhook no longer exists.': 'Deze webhook bestaat niet meer.',
  'This popup no longer exists.': 'Deze pop-up bestaat niet meer.',
  'It is not a web address, so Ringcue did not follow.':
    'Het is geen webadres, dus Ringcue volgde het niet.',
  'Ringcue did not follow to {0}. If this is where you sign in, ask your administrator to add it to the popup’s sign-in addresses.':
    'Ringcue volgde niet naar {0}. Meldt u zich daar aan, vraag uw beheerder dit adres bij de aanmeldadressen van de pop-up te zetten.',
  'Nothing else is affected. Try again, or open it in the browser.':
    'Verder is er niets aan de hand. Probeer opnieuw of open het in de browser.',
  'The server does not accept connections. It may be down for a moment.':
    'De server neemt geen verbindingen aan. Misschien is hij er even niet.',
  'The server’s name cannot be found. Check the address and the network.':
    'De naam van de server is niet te vinden. Controleer het adres en het netwerk.',
  'This computer has no network.': 'Deze computer heeft geen netwerk.',
  'The server does not answer.': 'De server antwoordt niet.',
  'The server closed the connection.': 'De server verbrak de verbinding.',
  'The server sent nothing.': 'De server stuurde niets.',
  'The proxy does not answer.': 'De proxy antwoordt niet.',
  'The page redirects in a circle.': 'De pagina verwijst in een kring door.',
  'The connection is not safe ({0}), so the page was not opened. Tell your administrator.':
    'De verbinding is niet veilig ({0}), dus de pagina is niet geopend. Meld het uw beheerder.',
  'The page could not be loaded ({0}).': 'De pagina kon niet worden geladen ({0}).',
  'This popup is no longer in the list.': 'Deze pop-up staat niet meer in de lijst.',
  'The rule opens a popup that no longer exists.':
    'De regel opent een pop-up die niet meer bestaat.',
  'The popup is switched off.': 'De pop-up staat uit.',
  'The popup is paused.': 'De pop-up is gepauzeerd.',
  'Nothing answers at this address. Is the server running, is the port right?':
    'Op dit adres antwoordt niets. Draait de server, klopt de poort?',
  'The server’s name cannot be looked up now. Check the network.':
    'De naam van de server kan nu niet worden opgezocht. Controleer het netwerk.',
  'There is no network.': 'Er is geen netwerk.',
  'The server cannot be reached from this network.':
    'De server is vanaf dit netwerk niet bereikbaar.',
  'The server’s certificate has expired. Connection refused.':
    'Het certificaat van de server is verlopen. Verbinding geweigerd.',
  'The server’s certificate is for another name. Connection refused.':
    'Het certificaat van de server is voor een andere naam. Verbinding geweigerd.',
  'The name leads to a link-local or metadata address. Nothing was sent.':
    'De naam leidt naar een link-local- of metadata-adres. Er is niets verstuurd.',
  'The answer is too large.': 'Het antwoord is te groot.',
  'The answer is packed in a way that cannot be unpacked.':
    'Het antwoord is zo ingepakt dat het niet kan worden uitgepakt.',
  'The server sent a message that is too large.': 'De server stuurde een te groot bericht.',
  'The server’s certificate is not trusted here. If your company inspects connections, name its authority’s file in the settings.':
    'Het certificaat van de server wordt hier niet vertrouwd. Inspecteert uw bedrijf verbindingen, noem dan het bestand van de autoriteit in de instellingen.',
  'The connection failed: {0}.': 'De verbinding mislukte: {0}.',
  'The server refused the sign-in (HTTP {0}). Check the token or headers of this source.':
    'De server weigerde de aanmelding (HTTP {0}). Controleer het token of de headers van deze bron.',
  'The server knows no events at this address (HTTP 404). Check the path.':
    'De server kent op dit adres geen gebeurtenissen (HTTP 404). Controleer het pad.',
  'The proxy asks for a user name and password (HTTP 407).':
    'De proxy vraagt een gebruikersnaam en wachtwoord (HTTP 407).',
  'The server answered HTTP {0} instead of opening the connection.':
    'De server antwoordde HTTP {0} in plaats van de verbinding te openen.',
  'The server refused the sign-in. Check the user, password or token of this source.':
    'De server weigerde de aanmelding. Controleer gebruiker, wachtwoord of token van deze bron.',
  'The server has no stream of this name.': 'De server heeft geen stream met deze naam.',
  'It could not be handled: {0}': 'Het kon niet worden verwerkt: {0}',
  'More messages came than the mapping can handle.':
    'Er kwamen meer berichten dan de koppeling aankan.',
  'This source has no mapping yet: edit the source.':
    'Deze bron heeft nog geen koppeling: bewerk de bron.',
  'The mapping, {0}: {1}.': 'De koppeling, {0}: {1}.',
  'The mapping: {0}.': 'De koppeling: {0}.',
  'The mapping took longer than {0} s and was stopped.':
    'De koppeling duurde langer dan {0} s en is gestopt.',
  'The source was stopped.': 'De bron is gestopt.',
  'The mapping could not be run: {0}.': 'De koppeling kon niet worden uitgevoerd: {0}.',
  'The mapping failed: {0}.': 'De koppeling mislukte: {0}.',
  'The mapping ended without an answer.': 'De koppeling eindigde zonder antwoord.',
  'The server refused the topics: {0}.': 'De server weigerde de topics: {0}.',
  'It is a binary frame: JSON text was expected.':
    'Het is een binair frame: er werd JSON-tekst verwacht.',
  'It has {0} bytes: at most {1} are read.':
    'Het heeft {0} bytes: er worden er hoogstens {1} gelezen.',
  'It has {0} events: at most {1} are read at once.':
    'Het heeft {0} gebeurtenissen: er worden er hoogstens {1} tegelijk gelezen.',
  'An event in it has more than {0} values: no call has so many.':
    'Een gebeurtenis erin heeft meer dan {0} waarden: zoveel heeft geen gesprek.',
  'Its token or password is missing on this computer. Edit the source and enter it again.':
    'Het token of wachtwoord ontbreekt op deze computer. Bewerk de bron en vul het opnieuw in.',
  'It asks for {0}, and that is not known on this computer. Fill it in under Settings, Agent.':
    'Het vraagt om {0}, en dat is op deze computer niet bekend. Vul het in bij Instellingen, Agent.',
  'The server refused the sign-in: its answer has no token. Check the user, the password and where the token stands.':
    'De server weigerde de aanmelding: het antwoord bevat geen token. Controleer gebruiker, wachtwoord en waar het token staat.',
  'Signing in: {0}.': 'Aanmelden: {0}.',
  'The address or a message of this source cannot be filled in: {0}.':
    'Het adres of een bericht van deze bron kan niet worden ingevuld: {0}.',
  'The receiver of the webhook “{0}” answered that it is gone (HTTP 410). It was switched off. Correct its address, then switch it on.':
    'De ontvanger van de webhook “{0}” antwoordde dat hij er niet meer is (HTTP 410). De webhook is uitgezet. Verbeter het adres en zet hem weer aan.',
  'The receiver of the webhook “{0}” answered that it is gone (HTTP 410). Your administrator’s configuration file still has it on.':
    'De ontvanger van de webhook “{0}” antwoordde dat hij er niet meer is (HTTP 410). In het configuratiebestand van uw beheerder staat hij nog aan.',
  'The file could not be read: {0}.': 'Het bestand kon niet worden gelezen: {0}.',
  'The template “{0}” belongs to the group “{1}”. Choose another, or put the webhook into that group.':
    'Het sjabloon “{0}” hoort bij de groep “{1}”. Kies een ander of zet de webhook in die groep.',
  'Its request can no longer be read.': 'Het verzoek kan niet meer worden gelezen.',
  'It could not be sent: {0}.': 'Het kon niet worden verstuurd: {0}.',
  'Replace the masked values (******) first: they would be sent as they stand.':
    'Vervang eerst de afgeschermde waarden (******): ze zouden zo worden verstuurd.',
  'The address is not valid.': 'Het adres is niet geldig.',
  'This delivery is no longer kept.': 'Deze aflevering wordt niet meer bewaard.',
  'The receiver answered HTTP {0}.': 'De ontvanger antwoordde HTTP {0}.',
  'The receiver answered HTTP {0}: it wants no more. The webhook was switched off.':
    'De ontvanger antwoordde HTTP {0}: hij wil niets meer. De webhook is uitgezet.',
  'The receiver answered HTTP {0} and sends elsewhere. Redirects are not followed: correct the address.':
    'De ontvanger antwoordde HTTP {0} en verwijst door. Doorverwijzingen worden niet gevolgd: verbeter het adres.',
  'The receiver answered HTTP {0}: trying again would not help.':
    'De ontvanger antwoordde HTTP {0}: opnieuw proberen zou niet helpen.',
  'It was no longer of use.': 'Het had geen nut meer.',
  'It was no longer of use. {0}': 'Het had geen nut meer. {0}',
  'The webhook {0} is switched off or paused.': 'De webhook {0} staat uit of is gepauzeerd.',
  'Port {0}': 'Poort {0}',
  'Invalid input: expected {0}, received {1}': 'Ongeldige waarde: {0} verwacht, {1} gekregen',
  'Invalid input: expected {0}': 'Ongeldige waarde: {0} verwacht',
  'Invalid input': 'Ongeldige waarde',
  'Invalid option: expected one of {0}': 'Ongeldige keuze: een van {0} verwacht',
  'Too big: expected {0} to have <={1} characters': 'Te lang: hoogstens {1} tekens',
  'Too big: expected {0} to have <={1} items': 'Te veel: hoogstens {1} items',
  'Too big: expected {0} to be <={1}': 'Te groot: hoogstens {1}',
  'Too big: expected {0} to be <{1}': 'Te groot: moet kleiner zijn dan {1}',
  'Too small: expected {0} to have >={1} characters': 'Te kort: minstens {1} tekens',
  'Too small: expected {0} to have >={1} items': 'Te weinig: minstens {1} items',
  'Too small: expected {0} to be >={1}': 'Te klein: minstens {1}',
  'Too small: expected {0} to be >{1}': 'Te klein: moet groter zijn dan {1}',
  'Invalid string: must match pattern {0}': 'Ongeldige tekst: moet aan het patroon {0} voldoen',
  'Unrecognized key: {0}': 'Onbekende sleutel: {0}',
  'Unrecognized keys: {0}': 'Onbekende sleutels: {0}',
  'is no call field. Use a field of the catalogue, custom.NAME, ext.PATH or var.NAME.':
    'is geen gespreksveld. Gebruik een veld uit de catalogus, custom.NAAM, ext.PAD of var.NAAM.',
  '{0}: {1}': '{0}: {1}',
  '{0} is missing on this computer: edit the webhook and enter it again.':
    '{0} ontbreekt op deze computer: bewerk de webhook en vul dat opnieuw in.',
  'The secret of the header {0}': 'Het geheim van de header {0}',
  'A signing key': 'Een ondertekeningssleutel',
  '"{0}" is none of Acefone’s triggers.': '"{0}" is geen trigger van Acefone.',
  '"{0}" is no event Ringcue knows.': '"{0}" is geen gebeurtenis die Ringcue kent.',
  '"call.{0}" is no stage Ringcue knows.': '"call.{0}" is geen fase die Ringcue kent.',
  '"{0}" is no stage: one of {1}.': '"{0}" is geen fase: een van {1}.',
  '"{0}" is none of Webitel’s eight events.':
    '"{0}" is geen van de acht gebeurtenissen van Webitel.',
  'The server answered HTTP {0}.': 'De server antwoordde HTTP {0}.',
  'It was loaded, but it shows nothing.': 'Hij is geladen, maar toont niets.',
  'All {0} popup windows are in use. Close one, then open this one from the list.':
    'Alle {0} pop-upvensters zijn in gebruik. Sluit er een en open deze uit de lijst.',
  'The page of “{0}” has unsaved input, so the call opened in a second window.':
    'De pagina van “{0}” heeft niet-opgeslagen invoer, daarom opende het gesprek in een tweede venster.',
  'The flow is gone or switched off.': 'De flow is er niet meer of staat uit.',
  'This entry is no longer kept.': 'Deze regel wordt niet meer bewaard.',
  'This entry cannot be run again.': 'Deze regel kan niet opnieuw worden uitgevoerd.',
  'Write {number} where the number goes.': 'Schrijf {number} waar het nummer komt.',
  'No address that dials is set. An administrator sets it under Settings.':
    'Er is geen adres dat belt ingesteld. Een beheerder stelt dat in bij Instellingen.',
  'The call was not dialled. {0}': 'Er is niet gebeld. {0}',
  'The call was not dialled. The server answered HTTP {0}.':
    'Er is niet gebeld. De server antwoordde HTTP {0}.',
  'Popups are paused. Resume them on the desk.':
    'Pop-ups zijn gepauzeerd. Hervat ze op de werkplek.',
  'Enter an address such as https://logs.example.com/ringcue or syslog+tls://logs.example.com.':
    'Vul een adres in zoals https://logs.example.com/ringcue of syslog+tls://logs.example.com.',
  'Write a note or choose a disposition.': 'Schrijf een notitie of kies een afhandelcode.',
  'This disposition is no longer offered. Choose another one.':
    'Deze afhandelcode wordt niet meer aangeboden. Kies een andere.',
  'No webhook sends notes on. Your administrator can add one.':
    'Geen webhook stuurt notities door. Je beheerder kan er een toevoegen.',
  'This call is no longer kept.': 'Deze oproep wordt niet meer bewaard.',
  'The note was not sent. {0}': 'De notitie is niet verzonden. {0}',
  'Your administrator set no webhook for calls like this one.':
    'Je beheerder heeft voor zulke oproepen geen webhook ingesteld.',
  '“{0}” was not sent: this computer’s disk did not take it.':
    '“{0}” is niet verzonden: de schijf van deze computer nam het niet aan.',
  'This computer’s disk did not take it ({0}).':
    'De schijf van deze computer nam het niet aan ({0}).',
};
