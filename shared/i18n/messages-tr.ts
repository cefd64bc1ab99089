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
  'No way leads from version {0} on.': '{0} sürümünden ileriye geçilemiyor.',
  'A payload must be a JSON object.': 'İçerik bir JSON nesnesi olmalı.',
  'The call id is missing.': 'Çağrı kimliği yok.',
  'No event is named, and the source’s settings name no stage.':
    'Olay belirtilmemiş, kaynağın ayarlarında da aşama yok.',
  'A CloudEvent must be a JSON object.': 'CloudEvent bir JSON nesnesi olmalı.',
  'An agent event must say which agent.': 'Temsilci olayı hangi temsilci olduğunu belirtmeli.',
  'The mapping gave more than {0} events.': 'Eşleme {0} olaydan fazlasını verdi.',
  'The mapping must give an object with a stage and call fields, a list of such, or nothing.':
    'Eşleme; aşama ve çağrı alanları olan bir nesne, bunların listesi ya da hiçbir şey vermeli.',
  'An agent state must say which agent.': 'Temsilci durumu hangi temsilci olduğunu belirtmeli.',
  'No stage was given: one of {0}.': 'Aşama verilmedi; şunlardan biri olmalı: {0}.',
  'No event is named: add one of Joined, Offering, Answered, Bridged, Active, Missed, Leaving, Processing.':
    'Olay belirtilmemiş: Joined, Offering, Answered, Bridged, Active, Missed, Leaving veya Processing ekleyin.',
  'Use at least 12 characters: whoever has the file can try as often as they like.':
    'En az 12 karakter kullanın: dosyayı ele geçiren istediği kadar deneyebilir.',
  'Use at least 4 characters.': 'En az 4 karakter kullanın.',
  'It nests deeper than {0} levels.': '{0} düzeyden daha derin.',
  'The name "{0}" stands twice ({1}).': '"{0}" adı iki kez geçiyor ({1}).',
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
  'Give at least one of id, customId, email or extension.':
    'Kimlik, özel kimlik, e-posta veya dahiliden en az birini girin.',
  'There is no {0} with the id "{1}".': '"{1}" kimlikli {0} yok.',
  '"{0}" stands twice: ids must be unique.': '"{0}" iki kez geçiyor: kimlikler benzersiz olmalı.',
  'Give it a name.': 'Bir ad verin.',
  'At most 200 characters.': 'En çok 200 karakter.',
  'Line breaks and control characters cannot be used here.':
    'Satır sonu ve denetim karakterleri burada kullanılamaz.',
  'Enter an address, for example https://crm.example.com/call.':
    'Bir adres girin, örneğin https://crm.example.com/call.',
  'At most 8,000 characters.': 'En çok 8.000 karakter.',
  'Enter only scheme and host: https://login.example.com.':
    'Yalnızca şema ve sunucu girin: https://login.example.com.',
  'The address must start with https:// (or http://).':
    'Adres https:// (ya da http://) ile başlamalı.',
  'Only https:// and http:// addresses can be opened, not {0}:.':
    'Yalnızca https:// ve http:// adresleri açılabilir, {0}: açılamaz.',
  'The address is not valid: it should look like https://crm.example.com/call.':
    'Adres geçersiz: https://crm.example.com/call gibi olmalı.',
  'The address must not contain a user name or password.':
    'Adreste kullanıcı adı veya parola olmamalı.',
  'Conditions nest deeper than {0}.': 'Koşullar {0} düzeyden daha derin.',
  'The variable "{0}" is set twice: give each its own name.':
    '"{0}" değişkeni iki kez atanıyor: her birine kendi adını verin.',
  'The variable "{0}" is not set before this step.': '"{0}" değişkeni bu adımdan önce atanmıyor.',
  'Give the parameter a name.': 'Parametreye bir ad verin.',
  'This is no pattern that can be used: {0}. Lookarounds and backreferences are not available.':
    'Bu desen kullanılamaz: {0}. İleri/geri bakış ve geri başvurular yok.',
  'It does not fit.': 'Uymuyor.',
  'Enter the secret.': 'Gizli değeri girin.',
  'The address must start with wss:// (or ws://), for example wss://pbx.example.com/events.':
    'Adres wss:// (ya da ws://) ile başlamalı, örneğin wss://pbx.example.com/events.',
  'The address must not contain a user name or password: use the token or a header.':
    'Adreste kullanıcı adı veya parola olmamalı: belirteci ya da bir başlığı kullanın.',
  'The address is not valid. Check it for spaces, stray characters and the port.':
    'Adres geçersiz. Boşluk, fazladan karakter ve bağlantı noktasını denetleyin.',
  'The address must start with https:// (or http://), without a user name or password.':
    'Adres https:// (ya da http://) ile başlamalı; kullanıcı adı veya parola içermemeli.',
  'At most 200,000 characters.': 'En çok 200.000 karakter.',
  'At most 10,000 characters.': 'En çok 10.000 karakter.',
  'Enter an address, for example https://api.example.com/calls.':
    'Bir adres girin, örneğin https://api.example.com/calls.',
  'Tokens can stand in the path and the query only, not in the host.':
    'Belirteçler yalnızca yolda ve sorguda olabilir, sunucu adında olamaz.',
  'Choose at least one.': 'En az birini seçin.',
  'The encryption key is missing on this computer: enter it again.':
    'Şifreleme anahtarı bu bilgisayarda yok: yeniden girin.',
  'The call has no value for the parameter "{0}".': 'Çağrıda "{0}" parametresi için değer yok.',
  'The number at {0} is too large to be sent unchanged: write it as a text.':
    '{0} konumundaki sayı değişmeden gönderilemeyecek kadar büyük: metin olarak yazın.',
  '{{{0}}}: "{1}" is no kind of value. Use text, number, boolean or json.':
    '{{{0}}}: "{1}" bir değer türü değil. text, number, boolean veya json kullanın.',
  '{{{0}}} is no token. {1}': '{{{0}}} bir belirteç değil. {1}',
  'Use a call field, custom.NAME, ext.PATH or var.NAME.':
    'Bir çağrı alanı, custom.AD, ext.YOL veya var.AD kullanın.',
  'Did you mean {{{0}}}?': '{{{0}}} mi demek istediniz?',
  'It is empty: XML was expected.': 'Boş: XML bekleniyordu.',
  'A DOCTYPE cannot be used in a template: remove it.': 'Şablonda DOCTYPE kullanılamaz: kaldırın.',
  'It is not valid XML.': 'Geçerli XML değil.',
  'It is not valid XML: {0} ({1})': 'Geçerli XML değil: {0} ({1})',
  'It must have exactly one outermost element.': 'Tam olarak bir en dış öğesi olmalı.',
  'Its template is gone: choose another.': 'Şablonu artık yok: başka birini seçin.',
  'Too many wrong PINs. Try again in {0} s.': 'Çok fazla yanlış PIN. {0} sn sonra yeniden deneyin.',
  'This is not the PIN.': 'PIN bu değil.',
  'Enter the administrator’s PIN first.': 'Önce yönetici PIN’ini girin.',
  'The database in {0} cannot be used ({1}). Popups work, but nothing is remembered.':
    '{0} içindeki veritabanı kullanılamıyor ({1}). Pencereler açılır ama hiçbir şey hatırlanmaz.',
  'This is set by your company’s configuration file and cannot be changed here.':
    'Bunu şirketinizin yapılandırma dosyası belirliyor; burada değiştirilemez.',
  'This was changed or deleted elsewhere while you were editing it. Save again to keep your version, or close without saving to keep the other.':
    'Siz düzenlerken bu başka yerde değiştirildi ya da silindi. Kendi sürümünüz için yeniden kaydedin, ötekini tutmak için kaydetmeden kapatın.',
  'Something else was changed since: this can no longer be undone.':
    'O zamandan beri başka bir şey değişti: bu artık geri alınamaz.',
  'This belongs to the demo call centre. Stop the demo and add your own.':
    'Bu, deneme çağrı merkezinin. Denemeyi durdurup kendinizinkini ekleyin.',
  'This file is no longer open: choose it again.': 'Bu dosya artık açık değil: yeniden seçin.',
  'Something changed since: look at the changes again, then publish.':
    'O zamandan beri bir şey değişti: değişikliklere yeniden bakıp yayımlayın.',
  'Choose the file first.': 'Önce dosyayı seçin.',
  'Revision {0} cannot be read: {1}': '{0} numaralı sürüm okunamıyor: {1}',
  'The file could not be written: {0}.': 'Dosya yazılamadı: {0}.',
  'It is no configuration of Ringcue.': 'Bu bir Ringcue yapılandırması değil.',
  'The passphrase is wrong, or the file was changed.': 'Parola yanlış ya da dosya değiştirilmiş.',
  'This computer offers no safe place for keys and tokens, so nothing was saved. Start a keyring (such as GNOME Keyring) and restart Ringcue, or allow readable storage under Settings.':
    'Bu bilgisayarda anahtarlar ve belirteçler için güvenli bir yer yok, bu yüzden hiçbir şey kaydedilmedi. Bir anahtarlık başlatıp (GNOME Keyring gibi) Ringcue’yu yeniden açın ya da Ayarlar’da okunabilir saklamaya izin verin.',
  'The stored keys and tokens could not be read. The file is kept in {0}; enter them again.':
    'Saklanan anahtarlar ve belirteçler okunamadı. Dosya {0} konumunda duruyor; yeniden girin.',
  'Some keys or tokens can no longer be decrypted on this computer. What uses them is off until they are entered again.':
    'Bazı anahtar veya belirteçlerin şifresi bu bilgisayarda artık çözülemiyor. Onları kullananlar yeniden girilene kadar kapalı.',
  'The settings of this computer could not be read ({0}). They are kept in {1}; Ringcue goes on without them.':
    'Bu bilgisayarın ayarları okunamadı ({0}). {1} konumunda duruyorlar; Ringcue onlarsız sürüyor.',
  'This popup’s call can no longer be read.': 'Bu pencerenin çağrısı artık okunamıyor.',
  'A call must be a JSON object with its fields.':
    'Çağrı, alanlarıyla birlikte bir JSON nesnesi olmalı.',
  'This flow no longer exists.': 'Bu akış artık yok.',
  'This webhook no longer exists.': 'Bu webhook artık yok.',
  'This popup no longer exists.': 'Bu pencere artık yok.',
  'It is not a web address, so Ringcue did not follow.':
    'Bu bir web adresi değil, Ringcue izlemedi.',
  'Ringcue did not follow to {0}. If this is where you sign in, ask your administrator to add it to the popup’s sign-in addresses.':
    'Ringcue {0} adresine gitmedi. Oturumu burada açıyorsanız yöneticinizden onu pencerenin oturum açma adreslerine eklemesini isteyin.',
  'Nothing else is affected. Try again, or open it in the browser.':
    'Başka bir şey etkilenmedi. Yeniden deneyin ya da tarayıcıda açın.',
  'The server does not accept connections. It may be down for a moment.':
    'Sunucu bağlantı kabul etmiyor. Kısa süreliğine kapalı olabilir.',
  'The server’s name cannot be found. Check the address and the network.':
    'Sunucunun adı bulunamıyor. Adresi ve ağı denetleyin.',
  'This computer has no network.': 'Bu bilgisayarda ağ yok.',
  'The server does not answer.': 'Sunucu yanıt vermiyor.',
  'The server closed the connection.': 'Sunucu bağlantıyı kapattı.',
  'The server sent nothing.': 'Sunucu hiçbir şey göndermedi.',
  'The proxy does not answer.': 'Vekil sunucu yanıt vermiyor.',
  'The page redirects in a circle.': 'Sayfa döngü içinde yönlendiriyor.',
  'The connection is not safe ({0}), so the page was not opened. Tell your administrator.':
    'Bağlantı güvenli değil ({0}), sayfa bu yüzden açılmadı. Yöneticinize bildirin.',
  'The page could not be loaded ({0}).': 'Sayfa yüklenemedi ({0}).',
  'This popup is no longer in the list.': 'Bu pencere artık listede yok.',
  'The rule opens a popup that no longer exists.':
    'Tetikleyici artık olmayan bir pencereyi açıyor.',
  'The popup is switched off.': 'Pencere kapalı.',
  'The popup is paused.': 'Pencere duraklatılmış.',
  'Nothing answers at this address. Is the server running, is the port right?':
    'Bu adreste yanıt veren yok. Sunucu çalışıyor mu, bağlantı noktası doğru mu?',
  'The server’s name cannot be looked up now. Check the network.':
    'Sunucunun adı şu an sorgulanamıyor. Ağı denetleyin.',
  'There is no network.': 'Ağ yok.',
  'The server cannot be reached from this network.': 'Bu ağdan sunucuya ulaşılamıyor.',
  'The server’s certificate has expired. Connection refused.':
    'Sunucunun sertifikasının süresi dolmuş. Bağlantı reddedildi.',
  'The server’s certificate is for another name. Connection refused.':
    'Sunucunun sertifikası başka bir ad için. Bağlantı reddedildi.',
  'The name leads to a link-local or metadata address. Nothing was sent.':
    'Ad, yerel bağlantı ya da meta veri adresine çıkıyor. Hiçbir şey gönderilmedi.',
  'The answer is too large.': 'Yanıt çok büyük.',
  'The answer is packed in a way that cannot be unpacked.': 'Yanıtın sıkıştırması açılamıyor.',
  'The server sent a message that is too large.': 'Sunucu çok büyük bir ileti gönderdi.',
  'The server’s certificate is not trusted here. If your company inspects connections, name its authority’s file in the settings.':
    'Sunucunun sertifikasına burada güvenilmiyor. Şirketiniz bağlantıları denetliyorsa ayarlarda sertifika makamının dosyasını belirtin.',
  'The connection failed: {0}.': 'Bağlantı kurulamadı: {0}.',
  'The server refused the sign-in (HTTP {0}). Check the token or headers of this source.':
    'Sunucu oturum açmayı reddetti (HTTP {0}). Bu kaynağın belirtecini veya başlıklarını denetleyin.',
  'The server knows no events at this address (HTTP 404). Check the path.':
    'Sunucu bu adreste olay tanımıyor (HTTP 404). Yolu denetleyin.',
  'The proxy asks for a user name and password (HTTP 407).':
    'Vekil sunucu kullanıcı adı ve parola istiyor (HTTP 407).',
  'The server answered HTTP {0} instead of opening the connection.':
    'Sunucu bağlantıyı açmak yerine HTTP {0} yanıtını verdi.',
  'The server refused the sign-in. Check the user, password or token of this source.':
    'Sunucu oturum açmayı reddetti. Bu kaynağın kullanıcı, parola veya belirtecini denetleyin.',
  'The server has no stream of this name.': 'Sunucuda bu adla bir akış yok.',
  'It could not be handled: {0}': 'İşlenemedi: {0}',
  'More messages came than the mapping can handle.':
    'Eşlemenin işleyebileceğinden fazla ileti geldi.',
  'This source has no mapping yet: edit the source.':
    'Bu kaynağın henüz eşlemesi yok: kaynağı düzenleyin.',
  'The mapping, {0}: {1}.': 'Eşleme, {0}: {1}.',
  'The mapping: {0}.': 'Eşleme: {0}.',
  'The mapping took longer than {0} s and was stopped.':
    'Eşleme {0} sn’den uzun sürdü ve durduruldu.',
  'The source was stopped.': 'Kaynak durduruldu.',
  'The mapping could not be run: {0}.': 'Eşleme çalıştırılamadı: {0}.',
  'The mapping failed: {0}.': 'Eşleme başarısız oldu: {0}.',
  'The mapping ended without an answer.': 'Eşleme yanıt vermeden bitti.',
  'The server refused the topics: {0}.': 'Sunucu konuları reddetti: {0}.',
  'It is a binary frame: JSON text was expected.': 'Bu ikili bir çerçeve: JSON metni bekleniyordu.',
  'It has {0} bytes: at most {1} are read.': '{0} bayt: en çok {1} bayt okunur.',
  'It has {0} events: at most {1} are read at once.':
    '{0} olay var: bir seferde en çok {1} olay okunur.',
  'An event in it has more than {0} values: no call has so many.':
    'İçindeki bir olayda {0} değerden fazlası var: hiçbir çağrıda bu kadar olmaz.',
  'Its token or password is missing on this computer. Edit the source and enter it again.':
    'Belirteci veya parolası bu bilgisayarda yok. Kaynağı düzenleyip yeniden girin.',
  'It asks for {0}, and that is not known on this computer. Fill it in under Settings, Agent.':
    '{0} isteniyor ama bu bilgisayarda bilinmiyor. Ayarlar, Temsilci bölümünde doldurun.',
  'The server refused the sign-in: its answer has no token. Check the user, the password and where the token stands.':
    'Sunucu oturum açmayı reddetti: yanıtında belirteç yok. Kullanıcıyı, parolayı ve belirtecin yerini denetleyin.',
  'Signing in: {0}.': 'Oturum açma: {0}.',
  'The address or a message of this source cannot be filled in: {0}.':
    'Bu kaynağın adresi veya bir iletisi doldurulamıyor: {0}.',
  'The receiver of the webhook “{0}” answered that it is gone (HTTP 410). It was switched off. Correct its address, then switch it on.':
    '“{0}” webhook’unun alıcısı artık olmadığını bildirdi (HTTP 410). Webhook kapatıldı. Adresini düzeltip yeniden açın.',
  'The receiver of the webhook “{0}” answered that it is gone (HTTP 410). Your administrator’s configuration file still has it on.':
    '“{0}” webhook’unun alıcısı artık olmadığını bildirdi (HTTP 410). Yöneticinizin yapılandırma dosyasında hâlâ açık.',
  'The file could not be read: {0}.': 'Dosya okunamadı: {0}.',
  'The template “{0}” belongs to the group “{1}”. Choose another, or put the webhook into that group.':
    '“{0}” şablonu “{1}” grubuna ait. Başkasını seçin ya da webhook’u o gruba alın.',
  'Its request can no longer be read.': 'İsteği artık okunamıyor.',
  'It could not be sent: {0}.': 'Gönderilemedi: {0}.',
  'Replace the masked values (******) first: they would be sent as they stand.':
    'Önce gizlenmiş değerleri (******) değiştirin: oldukları gibi gönderilirlerdi.',
  'The address is not valid.': 'Adres geçersiz.',
  'This delivery is no longer kept.': 'Bu gönderim artık saklanmıyor.',
  'The receiver answered HTTP {0}.': 'Alıcı HTTP {0} yanıtını verdi.',
  'The receiver answered HTTP {0}: it wants no more. The webhook was switched off.':
    'Alıcı HTTP {0} yanıtını verdi: artık istemiyor. Webhook kapatıldı.',
  'The receiver answered HTTP {0} and sends elsewhere. Redirects are not followed: correct the address.':
    'Alıcı HTTP {0} yanıtını verdi ve başka yere yönlendiriyor. Yönlendirmeler izlenmez: adresi düzeltin.',
  'The receiver answered HTTP {0}: trying again would not help.':
    'Alıcı HTTP {0} yanıtını verdi: yeniden denemek işe yaramaz.',
  'It was no longer of use.': 'Artık bir işe yaramıyordu.',
  'It was no longer of use. {0}': 'Artık bir işe yaramıyordu. {0}',
  'The webhook {0} is switched off or paused.': '{0} webhook’u kapalı ya da duraklatılmış.',
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
  'is no call field. Use a field of the catalogue, custom.NAME, ext.PATH or var.NAME.':
    'bir çağrı alanı değil. Katalogdan bir alan, custom.AD, ext.YOL veya var.AD kullanın.',
  '{0}: {1}': '{0}: {1}',
  '{0} is missing on this computer: edit the webhook and enter it again.':
    '{0} bu bilgisayarda yok: webhook’u düzenleyip yeniden girin.',
  'The secret of the header {0}': '{0} başlığının gizli değeri',
  'A signing key': 'Bir imza anahtarı',
  '"{0}" is none of Acefone’s triggers.': '"{0}" Acefone tetikleyicilerinden biri değil.',
  '"{0}" is no event Ringcue knows.': '"{0}" Ringcue’nun tanıdığı bir olay değil.',
  '"call.{0}" is no stage Ringcue knows.': '"call.{0}" Ringcue’nun tanıdığı bir aşama değil.',
  '"{0}" is no stage: one of {1}.': '"{0}" bir aşama değil; şunlardan biri olmalı: {1}.',
  '"{0}" is none of Webitel’s eight events.': '"{0}" Webitel’in sekiz olayından biri değil.',
  'The server answered HTTP {0}.': 'Sunucu HTTP {0} yanıtını verdi.',
  'It was loaded, but it shows nothing.': 'Yüklendi ama hiçbir şey göstermiyor.',
  'All {0} popup windows are in use. Close one, then open this one from the list.':
    '{0} pencerenin tümü kullanımda. Birini kapatıp bunu listeden açın.',
  'The page of “{0}” has unsaved input, so the call opened in a second window.':
    '“{0}” sayfasında kaydedilmemiş giriş var, bu yüzden çağrı ikinci bir pencerede açıldı.',
  'The flow is gone or switched off.': 'Akış artık yok ya da kapalı.',
  'This entry is no longer kept.': 'Bu kayıt artık saklanmıyor.',
  'This entry cannot be run again.': 'Bu kayıt yeniden çalıştırılamaz.',
  'Write {number} where the number goes.': 'Numaranın geleceği yere {number} yazın.',
  'No address that dials is set. An administrator sets it under Settings.':
    'Arama yapan bir adres ayarlanmamış. Bunu bir yönetici Ayarlar’da belirler.',
  'The call was not dialled. {0}': 'Çağrı başlatılmadı. {0}',
  'The call was not dialled. The server answered HTTP {0}.':
    'Çağrı başlatılmadı. Sunucu HTTP {0} yanıtını verdi.',
  'Popups are paused. Resume them on the desk.': 'Pencereler duraklatıldı. Masadan sürdürün.',
  'Enter an address such as https://logs.example.com/ringcue or syslog+tls://logs.example.com.':
    'https://logs.example.com/ringcue ya da syslog+tls://logs.example.com gibi bir adres girin.',
  'Write a note or choose a disposition.': 'Bir not yazın veya bir sonuç kodu seçin.',
  'This disposition is no longer offered. Choose another one.':
    'Bu sonuç kodu artık sunulmuyor. Başka birini seçin.',
  'No webhook sends notes on. Your administrator can add one.':
    'Notları gönderen bir webhook yok. Yöneticiniz bir tane ekleyebilir.',
  'This call is no longer kept.': 'Bu çağrı artık saklanmıyor.',
  'The note was not sent. {0}': 'Not gönderilmedi. {0}',
  'Your administrator set no webhook for calls like this one.':
    'Yöneticiniz böyle çağrılar için bir webhook tanımlamamış.',
  '“{0}” was not sent: this computer’s disk did not take it.':
    '“{0}” gönderilmedi: bu bilgisayarın diski kabul etmedi.',
  'This computer’s disk did not take it ({0}).': 'Bu bilgisayarın diski kabul etmedi ({0}).',
};
