/** The app's English sentences in Turkish; {0}, {1} stand for what the sentence names. */
export const messages: Readonly<Record<string, string>> = {
  'The encryption key is empty.': 'Şifreleme anahtarı boş.',
  'The {0} is not valid {1}: it must be {2}.': '{0} geçerli {1} değil: {2} olmalı.',
  'The {0} has {1} bytes: it must be {2}.': '{0} {1} bayt: {2} olmalı.',
  'encryption key': 'Şifreleme anahtarı',
  'fixed IV': 'Sabit IV',
  'The environment variable {0} is not set.': '{0} ortam değişkeni tanımlı değil.',
  'It must be a JSON object.': 'Bir JSON nesnesi olmalı.',
  'must be a whole number': 'tam sayı olmalı',
  'Version {0} cannot be upgraded.': '{0} sürümü yükseltilemiyor.',
  'A payload must be a JSON object.': 'İçerik bir JSON nesnesi olmalı.',
  'The call ID is missing.': 'Çağrı ID’si yok.',
  'The message names no event, and the source has no default stage.':
    'Mesajda olay belirtilmemiş, kaynağın varsayılan aşaması da yok.',
  'A CloudEvent must be a JSON object.': 'CloudEvent bir JSON nesnesi olmalı.',
  'An agent event must name its agent.': 'Temsilci olayı temsilciyi belirtmeli.',
  'The mapping returned more than {0} events.': 'Eşleme {0} olaydan fazlasını döndürdü.',
  'The mapping must return a call event (an object with a stage and call fields), a list of them, or nothing.':
    'Eşleme bir çağrı olayı (aşama ve çağrı alanları olan bir nesne), bunların listesini ya da hiçbir şey döndürmeli.',
  'An agent state must name its agent.': 'Temsilci durumu temsilciyi belirtmeli.',
  'The stage is missing. Use one of {0}.': 'Aşama eksik. Şunlardan birini kullanın: {0}.',
  'The event is missing. Use one of Joined, Offering, Answered, Bridged, Active, Missed, Leaving, Processing.':
    'Olay eksik. Joined, Offering, Answered, Bridged, Active, Missed, Leaving veya Processing kullanın.',
  'Use at least 12 characters: anyone with the file can try without limit.':
    'En az 12 karakter kullanın: dosyayı ele geçiren sınırsız deneyebilir.',
  'Use at least 4 characters.': 'En az 4 karakter kullanın.',
  'It is nested deeper than {0} levels.': '{0} düzeyden daha derin iç içe geçmiş.',
  'The name "{0}" is used twice ({1}).': '"{0}" adı iki kez kullanılmış ({1}).',
  'line {0}, column {1}': 'satır {0}, sütun {1}',
  'It is empty: JSON was expected.': 'Boş: JSON bekleniyordu.',
  'It is not valid JSON.': 'Geçerli JSON değil.',
  'It is not valid JSON: {0} at {1}.': 'Geçerli JSON değil: {0} ({1}).',
  'comma expected': 'virgül bekleniyordu',
  'colon expected': 'iki nokta bekleniyordu',
  'value expected': 'değer bekleniyordu',
  'property name expected': 'özellik adı bekleniyordu',
  'close brace expected': 'kapanan süslü parantez bekleniyordu',
  'close bracket expected': 'kapanan köşeli parantez bekleniyordu',
  'end of file expected': 'dosya sonu bekleniyordu',
  'invalid symbol': 'geçersiz simge',
  'invalid character': 'geçersiz karakter',
  'invalid number format': 'geçersiz sayı biçimi',
  'invalid comment token': 'yorum burada kullanılamaz',
  'invalid escape character': 'geçersiz kaçış karakteri',
  'invalid unicode': 'geçersiz Unicode',
  'unexpected end of string': 'metin beklenmedik biçimde bitti',
  'unexpected end of number': 'sayı beklenmedik biçimde bitti',
  'unexpected end of comment': 'yorum beklenmedik biçimde bitti',
  'Enter an agent ID, custom agent ID, email or extension.':
    'Temsilci ID, özel temsilci ID, e-posta veya dahili numara girin.',
  'There is no {0} with the ID "{1}".': 'ID’si "{1}" olan {0} yok.',
  '"{0}" is used twice: IDs must be unique.': '"{0}" iki kez kullanılmış: ID’ler benzersiz olmalı.',
  'Enter a name.': 'Bir ad girin.',
  'At most 200 characters.': 'En çok 200 karakter.',
  'Line breaks and control characters cannot be used here.':
    'Satır sonu ve denetim karakterleri burada kullanılamaz.',
  'Enter a URL, for example https://crm.example.com/call.':
    'Bir URL girin, örneğin https://crm.example.com/call.',
  'At most 8,000 characters.': 'En çok 8.000 karakter.',
  'Enter only scheme and host, for example https://login.example.com.':
    'Yalnızca şema ve sunucuyu girin, örneğin https://login.example.com.',
  'The URL must start with https:// (or http://).': 'URL https:// (veya http://) ile başlamalı.',
  'Only https:// and http:// URLs can be opened, not {0}:.':
    'Yalnızca https:// ve http:// URL’leri açılabilir, {0}: açılamaz.',
  'The URL is not valid: it should look like https://crm.example.com/call.':
    'URL geçersiz: https://crm.example.com/call gibi olmalı.',
  'The URL must not contain a user name or password.': 'URL’de kullanıcı adı veya parola olmamalı.',
  'Conditions nest deeper than {0}.': 'Koşullar {0} düzeyden daha derin.',
  'The variable "{0}" is set twice: give each its own name.':
    '"{0}" değişkeni iki kez atanıyor: her birine ayrı bir ad verin.',
  'The variable "{0}" is not set before this step.': '"{0}" değişkeni bu adımdan önce atanmıyor.',
  'Enter a parameter name.': 'Parametre adı girin.',
  'This regex is not supported: {0}. Lookarounds and backreferences are not available.':
    'Bu düzenli ifade desteklenmiyor: {0}. İleri/geri bakış ve geri başvurular kullanılamaz.',
  'This value is not valid.': 'Bu değer geçersiz.',
  'Enter the secret value.': 'Gizli değeri girin.',
  'The URL must start with wss:// (or ws://), for example wss://pbx.example.com/events.':
    'URL wss:// (veya ws://) ile başlamalı, örneğin wss://pbx.example.com/events.',
  'The URL must not contain a user name or password: use the token or a header.':
    'URL’de kullanıcı adı veya parola olmamalı: token ya da başlık kullanın.',
  'The URL is not valid. Check it for spaces, stray characters and the port.':
    'URL geçersiz. Boşlukları, fazladan karakterleri ve bağlantı noktasını kontrol edin.',
  'The URL must start with https:// (or http://), without a user name or password.':
    'URL https:// (veya http://) ile başlamalı; kullanıcı adı veya parola içermemeli.',
  'At most 200,000 characters.': 'En çok 200.000 karakter.',
  'At most 10,000 characters.': 'En çok 10.000 karakter.',
  'Enter a URL, for example https://api.example.com/calls.':
    'Bir URL girin, örneğin https://api.example.com/calls.',
  'Tokens can be used only in the path and the query, not in the host.':
    'Alanlar yalnızca yolda ve sorguda kullanılabilir, sunucu adında kullanılamaz.',
  'Choose at least one.': 'En az birini seçin.',
  'The encryption key is missing on this computer: enter it again.':
    'Şifreleme anahtarı bu bilgisayarda yok: yeniden girin.',
  'The call has no value for the parameter "{0}".': 'Çağrıda "{0}" parametresi için değer yok.',
  'The number at {0} is too large to send unchanged: write it as text.':
    '{0} konumundaki sayı değişmeden gönderilemeyecek kadar büyük: metin olarak yazın.',
  '{{{0}}}: "{1}" is not a value type. Use text, number, boolean or json.':
    '{{{0}}}: "{1}" bir değer türü değil. text, number, boolean veya json kullanın.',
  '{{{0}}} is not a token. {1}': '{{{0}}} bilinen bir alan değil. {1}',
  'Use a call field, custom.NAME, ext.PATH or var.NAME.':
    'Bir çağrı alanı, custom.AD, ext.YOL veya var.AD kullanın.',
  'Did you mean {{{0}}}?': '{{{0}}} mi demek istediniz?',
  'It is empty: XML was expected.': 'Boş: XML bekleniyordu.',
  'A DOCTYPE cannot be used in a template: remove it.': 'Şablonda DOCTYPE kullanılamaz: kaldırın.',
  'It is not valid XML.': 'Geçerli XML değil.',
  'It is not valid XML: {0} ({1})': 'Geçerli XML değil: {0} ({1})',
  'It must have exactly one root element.': 'Tam olarak bir kök öğesi olmalı.',
  'The template was deleted. Choose another.': 'Şablon silindi. Başka birini seçin.',
  'Too many wrong PINs. Try again in {0} s.': 'Çok fazla yanlış PIN. {0} sn sonra yeniden deneyin.',
  'Wrong PIN.': 'PIN yanlış.',
  'Something went wrong. Tell your administrator this reference: {0}.':
    'Bir şeyler ters gitti. Yöneticinize şu referansı iletin: {0}.',
  'The settings could not be saved: {0}.': 'Ayarlar kaydedilemedi: {0}.',
  'Enter the admin PIN first.': 'Önce yönetici PIN’ini girin.',
  'The database in {0} cannot be used ({1}). Popups work, but nothing is stored.':
    '{0} içindeki veritabanı kullanılamıyor ({1}). Popup’lar açılır ama hiçbir şey saklanmaz.',
  'This is set by your company’s configuration file and cannot be changed here.':
    'Bunu şirketinizin yapılandırma dosyası belirliyor; burada değiştirilemez.',
  'This was changed or deleted elsewhere while you were editing it. Save again to keep your version, or close without saving to keep the other.':
    'Siz düzenlerken bu başka yerde değiştirildi ya da silindi. Kendi sürümünüz için yeniden kaydedin, ötekini tutmak için kaydetmeden kapatın.',
  'This cannot be undone: something else has changed since.':
    'Bu geri alınamaz: o zamandan beri başka bir şey değişti.',
  'This is part of the demo. Stop the demo and add your own.':
    'Bu, demonun parçası. Demoyu durdurup kendinizinkini ekleyin.',
  'This file is no longer open: choose it again.': 'Bu dosya artık açık değil: yeniden seçin.',
  'Something has changed since. Check the changes again, then publish.':
    'O zamandan beri bir şey değişti. Değişiklikleri yeniden kontrol edip yayımlayın.',
  'Choose a file first.': 'Önce bir dosya seçin.',
  'Revision {0} cannot be read: {1}': '{0} numaralı sürüm okunamıyor: {1}',
  'The file could not be written: {0}.': 'Dosya yazılamadı: {0}.',
  'This is not a Ringcue configuration file.': 'Bu bir Ringcue yapılandırma dosyası değil.',
  'The passphrase is wrong, or the file was changed.': 'Parola yanlış ya da dosya değiştirilmiş.',
  'Nothing was saved: this computer has no secure key storage. Start a keyring (such as GNOME Keyring) and restart Ringcue, or allow unencrypted storage in Settings.':
    'Hiçbir şey kaydedilmedi: bu bilgisayarda güvenli anahtar deposu yok. Bir anahtarlık başlatıp (GNOME Keyring gibi) Ringcue’yu yeniden açın ya da Ayarlar’da şifrelemeden saklamaya izin verin.',
  'The stored keys and tokens could not be read. The file was moved to {0}. Enter them again.':
    'Kayıtlı anahtarlar ve token’lar okunamadı. Dosya {0} konumuna taşındı. Yeniden girin.',
  'Some keys or tokens can no longer be decrypted on this computer. Items that use them do not work until you enter them again.':
    'Bazı anahtar veya token’ların şifresi bu bilgisayarda artık çözülemiyor. Bunları kullanan öğeler, siz yeniden girene kadar çalışmaz.',
  'The settings of this computer could not be read ({0}). They were moved to {1}; Ringcue continues with defaults.':
    'Bu bilgisayarın ayarları okunamadı ({0}). {1} konumuna taşındılar; Ringcue varsayılanlarla devam ediyor.',
  'This popup’s call can no longer be read.': 'Bu popup’ın çağrısı artık okunamıyor.',
  'A call must be a JSON object of call fields.':
    'Çağrı, çağrı alanlarından oluşan bir JSON nesnesi olmalı.',
  'This flow no longer exists.': 'Bu akış artık yok.',
  'This webhook no longer exists.': 'Bu webhook artık yok.',
  'This popup no longer exists.': 'Bu popup artık yok.',
  'It is not a web address, so Ringcue did not open it.':
    'Bu bir web adresi değil, Ringcue açmadı.',
  'Ringcue blocked {0}. If you sign in there, ask your administrator to add it to the popup’s allowed sign-in sites.':
    'Ringcue {0} adresini engelledi. Girişi orada yapıyorsanız yöneticinizden onu popup’ın izin verilen giriş sitelerine eklemesini isteyin.',
  'Other popups are not affected. Try again, or open it in the browser.':
    'Diğer popup’lar etkilenmedi. Yeniden deneyin ya da tarayıcıda açın.',
  'The server does not accept connections. It may be temporarily down.':
    'Sunucu bağlantı kabul etmiyor. Geçici olarak kapalı olabilir.',
  'The server’s name cannot be found. Check the URL and the network.':
    'Sunucunun adı bulunamıyor. URL’yi ve ağı kontrol edin.',
  'This computer is offline.': 'Bu bilgisayar çevrimdışı.',
  'The server does not answer.': 'Sunucu yanıt vermiyor.',
  'The server closed the connection.': 'Sunucu bağlantıyı kapattı.',
  'The server sent nothing.': 'Sunucu hiçbir şey göndermedi.',
  'The proxy does not answer.': 'Proxy yanıt vermiyor.',
  'The page redirects in a loop.': 'Sayfa sonsuz döngüde yönlendiriyor.',
  'The connection is not secure ({0}), so the page was not opened. Contact your administrator.':
    'Bağlantı güvenli değil ({0}), bu yüzden sayfa açılmadı. Yöneticinize başvurun.',
  'The page could not be loaded ({0}).': 'Sayfa yüklenemedi ({0}).',
  'This popup is no longer in the list.': 'Bu popup artık listede yok.',
  'The rule opens a popup that no longer exists.': 'Kural artık var olmayan bir popup’ı açıyor.',
  'The popup is turned off.': 'Popup kapalı.',
  'The popup is paused.': 'Popup duraklatıldı.',
  'Nothing answers at this address. Check that the server is running and the port is right.':
    'Bu adreste yanıt veren yok. Sunucunun çalıştığını ve bağlantı noktasının doğru olduğunu kontrol edin.',
  'The server’s name cannot be looked up now. Check the network.':
    'Sunucunun adı şu anda sorgulanamıyor. Ağı kontrol edin.',
  'The server cannot be reached from this network.': 'Bu ağdan sunucuya ulaşılamıyor.',
  'The server’s certificate has expired. Connection refused.':
    'Sunucunun sertifikasının süresi dolmuş. Bağlantı reddedildi.',
  'The server’s certificate is for another name. Connection refused.':
    'Sunucunun sertifikası başka bir ad için. Bağlantı reddedildi.',
  'Blocked: the host resolves to a link-local or metadata address.':
    'Engellendi: sunucu adı bir yerel bağlantı (link-local) veya meta veri adresine çözümleniyor.',
  'The response is too large.': 'Yanıt çok büyük.',
  'The response could not be decompressed.': 'Yanıt açılamadı (sıkıştırma hatası).',
  'The server sent a message that is too large.': 'Sunucu çok büyük bir mesaj gönderdi.',
  'The server’s certificate is not trusted on this computer. If your network uses TLS inspection, add its CA certificate in Settings.':
    'Sunucunun sertifikasına bu bilgisayarda güvenilmiyor. Ağınızda TLS denetimi varsa CA sertifikasını Ayarlar’da ekleyin.',
  'The connection failed: {0}.': 'Bağlantı kurulamadı: {0}.',
  'The server refused the sign-in (HTTP {0}). Check the token or headers of this source.':
    'Sunucu girişi reddetti (HTTP {0}). Bu kaynağın token’ını veya başlıklarını kontrol edin.',
  'Nothing at this path (HTTP 404). Check the URL.':
    'Bu yolda bir şey yok (HTTP 404). URL’yi kontrol edin.',
  'The proxy requires a user name and password (HTTP 407).':
    'Proxy kullanıcı adı ve parola istiyor (HTTP 407).',
  'The server returned HTTP {0} instead of opening the connection.':
    'Sunucu bağlantıyı açmak yerine HTTP {0} döndürdü.',
  'The server refused the sign-in. Check the user, password or token of this source.':
    'Sunucu girişi reddetti. Bu kaynağın kullanıcısını, parolasını veya token’ını kontrol edin.',
  'The server has no stream with this name.': 'Sunucuda bu adla bir akış yok.',
  'The message could not be processed: {0}': 'Mesaj işlenemedi: {0}',
  'More messages arrive than the mapping can process.':
    'Eşlemenin işleyebileceğinden fazla mesaj geliyor.',
  'Add a mapping to this source.': 'Bu kaynağa bir eşleme ekleyin.',
  'Mapping error at {0}: {1}.': 'Eşleme hatası ({0}): {1}.',
  'Mapping error: {0}.': 'Eşleme hatası: {0}.',
  'The mapping took longer than {0} s and was stopped.':
    'Eşleme {0} sn’den uzun sürdü ve durduruldu.',
  'The source was stopped.': 'Kaynak durduruldu.',
  'The mapping could not be run: {0}.': 'Eşleme çalıştırılamadı: {0}.',
  'The mapping failed: {0}.': 'Eşleme başarısız oldu: {0}.',
  'The mapping ended without a result.': 'Eşleme sonuç vermeden bitti.',
  'The server refused the topics: {0}.': 'Sunucu konuları reddetti: {0}.',
  'The message is binary: JSON text was expected.': 'Mesaj ikili veri: JSON metni bekleniyordu.',
  'Message too large ({0} bytes, limit {1}).': 'Mesaj çok büyük ({0} bayt, sınır {1}).',
  'Too many events in one message ({0}, limit {1}).':
    'Tek mesajda çok fazla olay var ({0}, sınır {1}).',
  'An event in the message has more than {0} values.':
    'Mesajdaki bir olayda {0} değerden fazlası var.',
  'The token or password of this source is missing on this computer. Edit the source to enter it again.':
    'Bu kaynağın token’ı veya parolası bu bilgisayarda yok. Yeniden girmek için kaynağı düzenleyin.',
  'This source needs {0}, which is not set on this computer. Add it in Settings under Agent.':
    'Bu kaynak için {0} gerekiyor, ancak bu bilgisayarda ayarlı değil. Ayarlar’daki Temsilci bölümünde ekleyin.',
  'The server refused the sign-in: its response has no token. Check the user, the password and the token location.':
    'Sunucu girişi reddetti: yanıtında token yok. Kullanıcıyı, parolayı ve token’ın yerini kontrol edin.',
  'Sign-in failed: {0}.': 'Giriş başarısız: {0}.',
  'A placeholder in the URL or a message of this source cannot be filled in: {0}.':
    'Bu kaynağın URL’sindeki veya bir mesajındaki yer tutucu doldurulamıyor: {0}.',
  'The webhook “{0}” was turned off: its receiver returned HTTP 410 (gone). Correct its URL, then turn it on.':
    '“{0}” webhook’u kapatıldı: alıcısı HTTP 410 (artık yok) döndürdü. URL’sini düzeltip yeniden açın.',
  'The receiver of the webhook “{0}” returned HTTP 410 (gone). Your administrator’s configuration file still has it turned on.':
    '“{0}” webhook’unun alıcısı HTTP 410 (artık yok) döndürdü. Yöneticinizin yapılandırma dosyasında hâlâ açık.',
  'The file could not be read: {0}.': 'Dosya okunamadı: {0}.',
  'The template “{0}” belongs to the group “{1}”. Choose another, or put the webhook into that group.':
    '“{0}” şablonu “{1}” grubuna ait. Başkasını seçin ya da webhook’u o gruba alın.',
  'The stored request can no longer be read.': 'Kayıtlı istek artık okunamıyor.',
  'It could not be sent: {0}.': 'Gönderilemedi: {0}.',
  'Replace the masked values (******) first: they would be sent as they are.':
    'Önce gizlenmiş değerleri (******) değiştirin: oldukları gibi gönderilirler.',
  'The URL is not valid.': 'URL geçersiz.',
  'This delivery has been deleted.': 'Bu gönderim silinmiş.',
  'The receiver returned HTTP {0}.': 'Alıcı HTTP {0} döndürdü.',
  'The receiver returned HTTP {0} (gone). The webhook was turned off.':
    'Alıcı HTTP {0} (artık yok) döndürdü. Webhook kapatıldı.',
  'The receiver returned a redirect (HTTP {0}). Redirects are not followed: correct the URL.':
    'Alıcı yönlendirme döndürdü (HTTP {0}). Yönlendirmeler izlenmez: URL’yi düzeltin.',
  'The receiver rejected the request (HTTP {0}). It is not retried.':
    'Alıcı isteği reddetti (HTTP {0}). Yeniden denenmeyecek.',
  'Expired before it could be delivered.': 'Teslim edilemeden süresi doldu.',
  'Expired before it could be delivered. {0}': 'Teslim edilemeden süresi doldu. {0}',
  'The webhook “{0}” is turned off or paused.': '“{0}” webhook’u kapalı ya da duraklatılmış.',
  'Port {0}': 'Bağlantı noktası {0}',
  'Invalid input: expected {0}, received {1}': 'Geçersiz değer: {0} bekleniyordu, {1} geldi',
  'Invalid input: expected {0}': 'Geçersiz değer: {0} bekleniyordu',
  'Invalid input': 'Geçersiz değer',
  'Invalid option: expected one of {0}': 'Geçersiz seçenek: şunlardan biri bekleniyordu: {0}',
  'Too big: expected {0} to have <={1} characters': 'Çok uzun: en çok {1} karakter',
  'Too big: expected {0} to have <={1} items': 'Çok fazla: en çok {1} öğe',
  'Too big: expected {0} to be <={1}': 'Çok büyük: en çok {1}',
  'Too big: expected {0} to be <{1}': 'Çok büyük: {1} değerinden küçük olmalı',
  'Too small: expected {0} to have >={1} characters': 'Çok kısa: en az {1} karakter',
  'Too small: expected {0} to have >={1} items': 'Çok az: en az {1} öğe',
  'Too small: expected {0} to be >={1}': 'Çok küçük: en az {1}',
  'Too small: expected {0} to be >{1}': 'Çok küçük: {1} değerinden büyük olmalı',
  'Invalid string: must match pattern {0}': 'Geçersiz metin: {0} desenine uymalı',
  'Unrecognized key: {0}': 'Bilinmeyen anahtar: {0}',
  'Unrecognized keys: {0}': 'Bilinmeyen anahtarlar: {0}',
  'is not a call field. Use a field of the catalogue, custom.NAME, ext.PATH or var.NAME.':
    'bir çağrı alanı değil. Katalogdan bir alan, custom.AD, ext.YOL veya var.AD kullanın.',
  '{0}: {1}': '{0}: {1}',
  '{0} is missing on this computer: edit the webhook and enter it again.':
    '{0} bu bilgisayarda yok: webhook’u düzenleyip yeniden girin.',
  'The secret value of the header {0}': '{0} başlığının gizli değeri',
  'A signing key': 'Bir imza anahtarı',
  '"{0}" is not an Acefone trigger.': '"{0}" bir Acefone tetikleyicisi değil.',
  '"{0}" is not a known event.': '"{0}" bilinen bir olay değil.',
  '"call.{0}" is not a known stage.': '"call.{0}" bilinen bir aşama değil.',
  '"{0}" is not a stage. Use one of {1}.': '"{0}" bir aşama değil. Şunlardan birini kullanın: {1}.',
  '"{0}" is not a Webitel event.': '"{0}" bir Webitel olayı değil.',
  'The server returned HTTP {0}.': 'Sunucu HTTP {0} döndürdü.',
  'The page loaded but is empty.': 'Sayfa yüklendi ama boş.',
  'The popup limit ({0}) is reached. Close one, then open this one from the list.':
    'Açık popup sınırına ulaşıldı ({0}). Birini kapatıp bunu listeden açın.',
  'The page of “{0}” has unsaved input, so the call opened in a second window.':
    '“{0}” sayfasında kaydedilmemiş giriş var, bu yüzden çağrı ikinci bir pencerede açıldı.',
  'The flow was deleted or is turned off.': 'Akış silinmiş ya da kapalı.',
  'This entry has been deleted.': 'Bu kayıt silinmiş.',
  'This entry cannot be replayed.': 'Bu kayıt yeniden oynatılamaz.',
  'Use {number} where the number goes.': 'Numaranın geleceği yerde {number} kullanın.',
  'No click-to-call URL is set. An administrator can add one in Settings.':
    'Tıkla ara URL’si ayarlanmamış. Bir yönetici Ayarlar’da ekleyebilir.',
  'Could not dial. {0}': 'Arama yapılamadı. {0}',
  'Could not dial. The server returned HTTP {0}.': 'Arama yapılamadı. Sunucu HTTP {0} döndürdü.',
  'Popups are paused. Resume them on the desk.':
    'Popup’lar duraklatıldı. Masam sayfasından devam ettirin.',
  'Enter a URL such as https://logs.example.com/ringcue or syslog+tls://logs.example.com.':
    'https://logs.example.com/ringcue ya da syslog+tls://logs.example.com gibi bir URL girin.',
  'Write a note or choose a disposition.': 'Bir not yazın veya bir sonuç kodu seçin.',
  'This disposition is no longer available. Choose another.':
    'Bu sonuç kodu artık kullanılmıyor. Başka birini seçin.',
  'No webhook sends notes. Your administrator can add one.':
    'Notları gönderecek bir webhook ayarlanmamış. Yöneticiniz ekleyebilir.',
  'This call has been deleted.': 'Bu çağrı silinmiş.',
  'The note was not sent. {0}': 'Not gönderilmedi. {0}',
  'No webhook is set up for calls like this one. Ask your administrator.':
    'Bu tür çağrılar için webhook ayarlanmamış. Yöneticinize sorun.',
  '“{0}” was not sent: it could not be saved to disk.': '“{0}” gönderilmedi: diske kaydedilemedi.',
  'It could not be saved to disk ({0}).': 'Diske kaydedilemedi ({0}).',
  'Sign-in failed. {0}': 'Giriş başarısız. {0}',
  'is not a time zone: use IST, UTC or a name such as Europe/Istanbul':
    'bir saat dilimi değil: IST, UTC veya Europe/Istanbul gibi bir ad kullanın',
  'is not a country code: use two capital letters, such as TR':
    'bir ülke kodu değil: TR gibi iki büyük harf kullanın',
  'is not a valid header name': 'geçerli bir başlık adı değil',
};
