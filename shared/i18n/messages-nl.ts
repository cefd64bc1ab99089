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
  'Version {0} cannot be upgraded.': 'Versie {0} kan niet worden bijgewerkt.',
  'A payload must be a JSON object.': 'De inhoud moet een JSON-object zijn.',
  'The call ID is missing.': 'De oproep-ID ontbreekt.',
  'The message names no event, and the source has no default stage.':
    'Het bericht noemt geen gebeurtenis en de bron heeft geen standaardfase.',
  'A CloudEvent must be a JSON object.': 'Een CloudEvent moet een JSON-object zijn.',
  'An agent event must name its agent.': 'Een agentgebeurtenis moet de agent noemen.',
  'The mapping returned more than {0} events.': 'De mapping gaf meer dan {0} gebeurtenissen terug.',
  'The mapping must return a call event (an object with a stage and call fields), a list of them, or nothing.':
    'De mapping moet een oproepgebeurtenis (een object met een fase en oproepvelden), een lijst daarvan of niets teruggeven.',
  'An agent state must name its agent.': 'Een agentstatus moet de agent noemen.',
  'The stage is missing. Use one of {0}.': 'De fase ontbreekt. Gebruik een van {0}.',
  'The event is missing. Use one of Joined, Offering, Answered, Bridged, Active, Missed, Leaving, Processing.':
    'De gebeurtenis ontbreekt. Gebruik Joined, Offering, Answered, Bridged, Active, Missed, Leaving of Processing.',
  'Use at least 12 characters: anyone with the file can try without limit.':
    'Gebruik minstens 12 tekens: iedereen met het bestand kan onbeperkt proberen.',
  'Use at least 4 characters.': 'Gebruik minstens 4 tekens.',
  'It is nested deeper than {0} levels.': 'Het is dieper dan {0} niveaus genest.',
  'The name "{0}" is used twice ({1}).': 'De naam "{0}" is twee keer gebruikt ({1}).',
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
  'Enter an agent ID, custom agent ID, email or extension.':
    'Vul een agent-ID, eigen agent-ID, e-mailadres of toestel in.',
  'There is no {0} with the ID "{1}".': 'Er is geen {0} met de ID "{1}".',
  '"{0}" is used twice: IDs must be unique.':
    '"{0}" is twee keer gebruikt: ID’s moeten uniek zijn.',
  'Enter a name.': 'Vul een naam in.',
  'At most 200 characters.': 'Hoogstens 200 tekens.',
  'Line breaks and control characters cannot be used here.':
    'Regeleinden en besturingstekens kunnen hier niet worden gebruikt.',
  'Enter a URL, for example https://crm.example.com/call.':
    'Vul een URL in, bijvoorbeeld https://crm.example.com/call.',
  'At most 8,000 characters.': 'Hoogstens 8.000 tekens.',
  'Enter only scheme and host, for example https://login.example.com.':
    'Vul alleen schema en host in, bijvoorbeeld https://login.example.com.',
  'The URL must start with https:// (or http://).':
    'De URL moet met https:// (of http://) beginnen.',
  'Only https:// and http:// URLs can be opened, not {0}:.':
    'Alleen URL’s met https:// en http:// kunnen worden geopend, niet {0}:.',
  'The URL is not valid: it should look like https://crm.example.com/call.':
    'De URL is niet geldig: deze moet eruitzien als https://crm.example.com/call.',
  'The URL must not contain a user name or password.':
    'De URL mag geen gebruikersnaam of wachtwoord bevatten.',
  'Conditions nest deeper than {0}.': 'Voorwaarden zijn dieper dan {0} genest.',
  'The variable "{0}" is set twice: give each its own name.':
    'De variabele "{0}" wordt twee keer gezet: geef elk een eigen naam.',
  'The variable "{0}" is not set before this step.':
    'De variabele "{0}" is vóór deze stap niet gezet.',
  'Enter a parameter name.': 'Vul een parameternaam in.',
  'This regex is not supported: {0}. Lookarounds and backreferences are not available.':
    'Deze regex wordt niet ondersteund: {0}. Lookarounds en terugverwijzingen zijn niet beschikbaar.',
  'This value is not valid.': 'Deze waarde is niet geldig.',
  'Enter the secret value.': 'Vul de geheime waarde in.',
  'The URL must start with wss:// (or ws://), for example wss://pbx.example.com/events.':
    'De URL moet met wss:// (of ws://) beginnen, bijvoorbeeld wss://pbx.example.com/events.',
  'The URL must not contain a user name or password: use the token or a header.':
    'De URL mag geen gebruikersnaam of wachtwoord bevatten: gebruik het token of een header.',
  'The URL is not valid. Check it for spaces, stray characters and the port.':
    'De URL is niet geldig. Controleer spaties, vreemde tekens en de poort.',
  'The URL must start with https:// (or http://), without a user name or password.':
    'De URL moet met https:// (of http://) beginnen, zonder gebruikersnaam of wachtwoord.',
  'At most 200,000 characters.': 'Hoogstens 200.000 tekens.',
  'At most 10,000 characters.': 'Hoogstens 10.000 tekens.',
  'Enter a URL, for example https://api.example.com/calls.':
    'Vul een URL in, bijvoorbeeld https://api.example.com/calls.',
  'Tokens can be used only in the path and the query, not in the host.':
    'Velden kunnen alleen in het pad en de query worden gebruikt, niet in de host.',
  'Choose at least one.': 'Kies er minstens een.',
  'The encryption key is missing on this computer: enter it again.':
    'De versleutelingssleutel ontbreekt op deze computer: vul hem opnieuw in.',
  'The call has no value for the parameter "{0}".':
    'De oproep heeft geen waarde voor de parameter "{0}".',
  'The number at {0} is too large to send unchanged: write it as text.':
    'Het getal op {0} is te groot om ongewijzigd te versturen: schrijf het als tekst.',
  '{{{0}}}: "{1}" is not a value type. Use text, number, boolean or json.':
    '{{{0}}}: "{1}" is geen waardetype. Gebruik text, number, boolean of json.',
  '{{{0}}} is not a token. {1}': '{{{0}}} is geen bekend veld. {1}',
  'Use a call field, custom.NAME, ext.PATH or var.NAME.':
    'Gebruik een oproepveld, custom.NAAM, ext.PAD of var.NAAM.',
  'Did you mean {{{0}}}?': 'Bedoel je {{{0}}}?',
  'It is empty: XML was expected.': 'Het is leeg: er werd XML verwacht.',
  'A DOCTYPE cannot be used in a template: remove it.':
    'Een DOCTYPE kan niet in een sjabloon: verwijder die.',
  'It is not valid XML.': 'Het is geen geldige XML.',
  'It is not valid XML: {0} ({1})': 'Het is geen geldige XML: {0} ({1})',
  'It must have exactly one root element.': 'Er moet precies één hoofdelement zijn.',
  'The template was deleted. Choose another.': 'Het sjabloon is verwijderd. Kies een ander.',
  'Too many wrong PINs. Try again in {0} s.':
    'Te vaak een verkeerde pincode. Probeer het over {0} s opnieuw.',
  'Wrong PIN.': 'Onjuiste pincode.',
  'Something went wrong. Tell your administrator this reference: {0}.':
    'Er is iets misgegaan. Geef je beheerder deze referentie: {0}.',
  'The settings could not be saved: {0}.': 'De instellingen konden niet worden opgeslagen: {0}.',
  'Enter the admin PIN first.': 'Vul eerst de beheerderspincode in.',
  'The database in {0} cannot be used ({1}). Popups work, but nothing is stored.':
    'De database in {0} kan niet worden gebruikt ({1}). Pop-ups werken, maar er wordt niets opgeslagen.',
  'This is set by your company’s configuration file and cannot be changed here.':
    'Dit is bepaald in het configuratiebestand van je bedrijf en kan hier niet worden gewijzigd.',
  'This was changed or deleted elsewhere while you were editing it. Save again to keep your version, or close without saving to keep the other.':
    'Dit is elders gewijzigd of verwijderd terwijl je het bewerkte. Sla nogmaals op om jouw versie te houden, of sluit zonder opslaan om de andere te houden.',
  'This cannot be undone: something else has changed since.':
    'Dit kan niet ongedaan worden gemaakt: er is sindsdien iets anders gewijzigd.',
  'This is part of the demo. Stop the demo and add your own.':
    'Dit hoort bij de demo. Stop de demo en voeg je eigen toe.',
  'This file is no longer open: choose it again.':
    'Dit bestand is niet meer open: kies het opnieuw.',
  'Something has changed since. Check the changes again, then publish.':
    'Er is sindsdien iets gewijzigd. Controleer de wijzigingen opnieuw en publiceer dan.',
  'Choose a file first.': 'Kies eerst een bestand.',
  'Revision {0} cannot be read: {1}': 'Revisie {0} kan niet worden gelezen: {1}',
  'The file could not be written: {0}.': 'Het bestand kon niet worden geschreven: {0}.',
  'This is not a Ringcue configuration file.': 'Dit is geen configuratiebestand van Ringcue.',
  'The passphrase is wrong, or the file was changed.':
    'De wachtwoordzin is onjuist of het bestand is gewijzigd.',
  'Nothing was saved: this computer has no secure key storage. Start a keyring (such as GNOME Keyring) and restart Ringcue, or allow unencrypted storage in Settings.':
    'Er is niets opgeslagen: deze computer heeft geen veilige sleutelopslag. Start een sleutelring (zoals GNOME Keyring) en herstart Ringcue, of sta onversleutelde opslag toe bij Instellingen.',
  'The stored keys and tokens could not be read. The file was moved to {0}. Enter them again.':
    'De opgeslagen sleutels en tokens konden niet worden gelezen. Het bestand is verplaatst naar {0}. Vul ze opnieuw in.',
  'Some keys or tokens can no longer be decrypted on this computer. Items that use them do not work until you enter them again.':
    'Sommige sleutels of tokens kunnen op deze computer niet meer worden ontsleuteld. Wat ze gebruikt, werkt niet tot je ze opnieuw invult.',
  'The settings of this computer could not be read ({0}). They were moved to {1}; Ringcue continues with defaults.':
    'De instellingen van deze computer konden niet worden gelezen ({0}). Ze zijn verplaatst naar {1}; Ringcue gaat verder met de standaardinstellingen.',
  'This popup’s call can no longer be read.':
    'De oproep van deze pop-up kan niet meer worden gelezen.',
  'A call must be a JSON object of call fields.':
    'Een oproep moet een JSON-object met oproepvelden zijn.',
  'This flow no longer exists.': 'Deze flow bestaat niet meer.',
  'This webhook no longer exists.': 'Deze webhook bestaat niet meer.',
  'This popup no longer exists.': 'Deze pop-up bestaat niet meer.',
  'It is not a web address, so Ringcue did not open it.':
    'Het is geen webadres, dus Ringcue heeft het niet geopend.',
  'Ringcue blocked {0}. If you sign in there, ask your administrator to add it to the popup’s allowed sign-in sites.':
    'Ringcue heeft {0} geblokkeerd. Log je daar in? Vraag je beheerder dan om het toe te voegen aan de toegestane inlogsites van de pop-up.',
  'Other popups are not affected. Try again, or open it in the browser.':
    'Andere pop-ups hebben er geen last van. Probeer het opnieuw of open het in de browser.',
  'The server does not accept connections. It may be temporarily down.':
    'De server accepteert geen verbindingen. Misschien is hij tijdelijk niet beschikbaar.',
  'The server’s name cannot be found. Check the URL and the network.':
    'De naam van de server is niet te vinden. Controleer de URL en het netwerk.',
  'This computer is offline.': 'Deze computer is offline.',
  'The server does not answer.': 'De server antwoordt niet.',
  'The server closed the connection.': 'De server verbrak de verbinding.',
  'The server sent nothing.': 'De server stuurde niets.',
  'The proxy does not answer.': 'De proxy antwoordt niet.',
  'The page redirects in a loop.': 'De pagina blijft zichzelf doorverwijzen.',
  'The connection is not secure ({0}), so the page was not opened. Contact your administrator.':
    'De verbinding is niet veilig ({0}), dus de pagina is niet geopend. Neem contact op met je beheerder.',
  'The page could not be loaded ({0}).': 'De pagina kon niet worden geladen ({0}).',
  'This popup is no longer in the list.': 'Deze pop-up staat niet meer in de lijst.',
  'The rule opens a popup that no longer exists.':
    'De regel opent een pop-up die niet meer bestaat.',
  'The popup is turned off.': 'De pop-up is uitgeschakeld.',
  'The popup is paused.': 'De pop-up is gepauzeerd.',
  'Nothing answers at this address. Check that the server is running and the port is right.':
    'Op dit adres antwoordt niets. Controleer of de server draait en de poort klopt.',
  'The server’s name cannot be looked up now. Check the network.':
    'De naam van de server kan nu niet worden opgezocht. Controleer het netwerk.',
  'The server cannot be reached from this network.':
    'De server is vanaf dit netwerk niet bereikbaar.',
  'The server’s certificate has expired. Connection refused.':
    'Het certificaat van de server is verlopen. Verbinding geweigerd.',
  'The server’s certificate is for another name. Connection refused.':
    'Het certificaat van de server is voor een andere naam. Verbinding geweigerd.',
  'Blocked: the host resolves to a link-local or metadata address.':
    'Geblokkeerd: de host verwijst naar een link-local- of metadata-adres.',
  'The response is too large.': 'Het antwoord is te groot.',
  'The response could not be decompressed.': 'Het antwoord kon niet worden uitgepakt.',
  'The server sent a message that is too large.': 'De server stuurde een te groot bericht.',
  'The server’s certificate is not trusted on this computer. If your network uses TLS inspection, add its CA certificate in Settings.':
    'Het certificaat van de server wordt op deze computer niet vertrouwd. Gebruikt je netwerk TLS-inspectie, voeg dan het CA-certificaat toe bij Instellingen.',
  'The connection failed: {0}.': 'De verbinding mislukte: {0}.',
  'The server refused the sign-in (HTTP {0}). Check the token or headers of this source.':
    'De server weigerde het inloggen (HTTP {0}). Controleer het token of de headers van deze bron.',
  'Nothing at this path (HTTP 404). Check the URL.':
    'Niets gevonden op dit pad (HTTP 404). Controleer de URL.',
  'The proxy requires a user name and password (HTTP 407).':
    'De proxy vraagt om een gebruikersnaam en wachtwoord (HTTP 407).',
  'The server returned HTTP {0} instead of opening the connection.':
    'De server gaf HTTP {0} terug in plaats van de verbinding te openen.',
  'The server refused the sign-in. Check the user, password or token of this source.':
    'De server weigerde het inloggen. Controleer gebruiker, wachtwoord of token van deze bron.',
  'The server has no stream with this name.': 'De server heeft geen stream met deze naam.',
  'The message could not be processed: {0}': 'Het bericht kon niet worden verwerkt: {0}',
  'More messages arrive than the mapping can process.':
    'Er komen meer berichten binnen dan de mapping kan verwerken.',
  'Add a mapping to this source.': 'Voeg een mapping toe aan deze bron.',
  'Mapping error at {0}: {1}.': 'Fout in de mapping op {0}: {1}.',
  'Mapping error: {0}.': 'Fout in de mapping: {0}.',
  'The mapping took longer than {0} s and was stopped.':
    'De mapping duurde langer dan {0} s en is gestopt.',
  'The source was stopped.': 'De bron is gestopt.',
  'The mapping could not be run: {0}.': 'De mapping kon niet worden uitgevoerd: {0}.',
  'The mapping failed: {0}.': 'De mapping is mislukt: {0}.',
  'The mapping ended without a result.': 'De mapping eindigde zonder resultaat.',
  'The server refused the topics: {0}.': 'De server weigerde de topics: {0}.',
  'The message is binary: JSON text was expected.':
    'Het bericht is binair: er werd JSON-tekst verwacht.',
  'Message too large ({0} bytes, limit {1}).': 'Bericht te groot ({0} bytes, limiet {1}).',
  'Too many events in one message ({0}, limit {1}).':
    'Te veel gebeurtenissen in één bericht ({0}, limiet {1}).',
  'An event in the message has more than {0} values.':
    'Een gebeurtenis in het bericht heeft meer dan {0} waarden.',
  'The token or password of this source is missing on this computer. Edit the source to enter it again.':
    'Het token of wachtwoord van deze bron ontbreekt op deze computer. Bewerk de bron om het opnieuw in te vullen.',
  'This source needs {0}, which is not set on this computer. Add it in Settings under Agent.':
    'Deze bron heeft {0} nodig, maar dat is op deze computer niet ingesteld. Voeg het toe bij Instellingen, onder Agent.',
  'The server refused the sign-in: its response has no token. Check the user, the password and the token location.':
    'De server weigerde het inloggen: het antwoord bevat geen token. Controleer gebruiker, wachtwoord en de plaats van het token.',
  'Sign-in failed: {0}.': 'Inloggen mislukt: {0}.',
  'A placeholder in the URL or a message of this source cannot be filled in: {0}.':
    'Een plaatshouder in de URL of een bericht van deze bron kan niet worden ingevuld: {0}.',
  'The webhook “{0}” was turned off: its receiver returned HTTP 410 (gone). Correct its URL, then turn it on.':
    'De webhook “{0}” is uitgeschakeld: de ontvanger gaf HTTP 410 (bestaat niet meer) terug. Verbeter de URL en schakel hem weer in.',
  'The receiver of the webhook “{0}” returned HTTP 410 (gone). Your administrator’s configuration file still has it turned on.':
    'De ontvanger van de webhook “{0}” gaf HTTP 410 (bestaat niet meer) terug. In het configuratiebestand van je beheerder staat hij nog aan.',
  'The file could not be read: {0}.': 'Het bestand kon niet worden gelezen: {0}.',
  'The template “{0}” belongs to the group “{1}”. Choose another, or put the webhook into that group.':
    'Het sjabloon “{0}” hoort bij de groep “{1}”. Kies een ander of zet de webhook in die groep.',
  'The stored request can no longer be read.':
    'Het opgeslagen verzoek kan niet meer worden gelezen.',
  'It could not be sent: {0}.': 'Het kon niet worden verstuurd: {0}.',
  'Replace the masked values (******) first: they would be sent as they are.':
    'Vervang eerst de verborgen waarden (******): ze zouden zo worden verstuurd.',
  'The URL is not valid.': 'De URL is niet geldig.',
  'This delivery has been deleted.': 'Deze verzending is verwijderd.',
  'The receiver returned HTTP {0}.': 'De ontvanger gaf HTTP {0} terug.',
  'The receiver returned HTTP {0} (gone). The webhook was turned off.':
    'De ontvanger gaf HTTP {0} (bestaat niet meer) terug. De webhook is uitgeschakeld.',
  'The receiver returned a redirect (HTTP {0}). Redirects are not followed: correct the URL.':
    'De ontvanger verwees door (HTTP {0}). Doorverwijzingen worden niet gevolgd: verbeter de URL.',
  'The receiver rejected the request (HTTP {0}). It is not retried.':
    'De ontvanger weigerde het verzoek (HTTP {0}). Er volgt geen nieuwe poging.',
  'Expired before it could be delivered.': 'Verlopen voordat het kon worden afgeleverd.',
  'Expired before it could be delivered. {0}': 'Verlopen voordat het kon worden afgeleverd. {0}',
  'The webhook “{0}” is turned off or paused.': 'De webhook “{0}” is uitgeschakeld of gepauzeerd.',
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
  'is not a call field. Use a field of the catalogue, custom.NAME, ext.PATH or var.NAME.':
    'is geen oproepveld. Gebruik een veld uit de catalogus, custom.NAAM, ext.PAD of var.NAAM.',
  '{0}: {1}': '{0}: {1}',
  '{0} is missing on this computer: edit the webhook and enter it again.':
    '{0} ontbreekt op deze computer: bewerk de webhook en vul die opnieuw in.',
  'The secret value of the header {0}': 'De geheime waarde van de header {0}',
  'A signing key': 'Een ondertekeningssleutel',
  '"{0}" is not an Acefone trigger.': '"{0}" is geen trigger van Acefone.',
  '"{0}" is not a known event.': '"{0}" is geen bekende gebeurtenis.',
  '"call.{0}" is not a known stage.': '"call.{0}" is geen bekende fase.',
  '"{0}" is not a stage. Use one of {1}.': '"{0}" is geen fase. Gebruik een van {1}.',
  '"{0}" is not a Webitel event.': '"{0}" is geen gebeurtenis van Webitel.',
  'The server returned HTTP {0}.': 'De server gaf HTTP {0} terug.',
  'The page loaded but is empty.': 'De pagina is geladen, maar is leeg.',
  'The popup limit ({0}) is reached. Close one, then open this one from the list.':
    'De limiet van {0} open pop-ups is bereikt. Sluit er een en open deze uit de lijst.',
  'The page of “{0}” has unsaved input, so the call opened in a second window.':
    'De pagina van “{0}” heeft niet-opgeslagen invoer, daarom opende de oproep in een tweede venster.',
  'The flow was deleted or is turned off.': 'De flow is verwijderd of uitgeschakeld.',
  'This entry has been deleted.': 'Deze vermelding is verwijderd.',
  'This entry cannot be replayed.': 'Deze vermelding kan niet opnieuw worden afgespeeld.',
  'Use {number} where the number goes.': 'Gebruik {number} waar het nummer komt.',
  'No click-to-call URL is set. An administrator can add one in Settings.':
    'Er is geen click-to-call-URL ingesteld. Een beheerder kan er een toevoegen bij Instellingen.',
  'Could not dial. {0}': 'Bellen is mislukt. {0}',
  'Could not dial. The server returned HTTP {0}.':
    'Bellen is mislukt. De server gaf HTTP {0} terug.',
  'Popups are paused. Resume them on the desk.':
    'Pop-ups zijn gepauzeerd. Hervat ze op de werkplek.',
  'Enter a URL such as https://logs.example.com/ringcue or syslog+tls://logs.example.com.':
    'Vul een URL in zoals https://logs.example.com/ringcue of syslog+tls://logs.example.com.',
  'Write a note or choose a disposition.': 'Schrijf een notitie of kies een afhandelcode.',
  'This disposition is no longer available. Choose another.':
    'Deze afhandelcode is niet meer beschikbaar. Kies een andere.',
  'No webhook sends notes. Your administrator can add one.':
    'Er is geen webhook ingesteld om notities te versturen. Je beheerder kan er een toevoegen.',
  'This call has been deleted.': 'Deze oproep is verwijderd.',
  'The note was not sent. {0}': 'De notitie is niet verstuurd. {0}',
  'No webhook is set up for calls like this one. Ask your administrator.':
    'Voor zulke oproepen is geen webhook ingesteld. Vraag het je beheerder.',
  '“{0}” was not sent: it could not be saved to disk.':
    '“{0}” is niet verstuurd: opslaan op schijf is mislukt.',
  'It could not be saved to disk ({0}).': 'Opslaan op schijf is mislukt ({0}).',
  'Sign-in failed. {0}': 'Inloggen mislukt. {0}',
  'is not a time zone: use IST, UTC or a name such as Europe/Istanbul':
    'is geen tijdzone: gebruik IST, UTC of een naam zoals Europe/Amsterdam',
  'is not a country code: use two capital letters, such as TR':
    'is geen landcode: gebruik twee hoofdletters, zoals NL',
  'is not a valid header name': 'is geen geldige headernaam',
};
