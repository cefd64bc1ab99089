import type { LanguageName } from './languages.ts';

/** Texts of what the operating system draws: menus, dialogs, window titles, and pages about a popup. */
export interface NativeTexts {
  readonly late: (seconds: number) => string;
  /** Before the title of a popup that was opened as a test. */
  readonly test: string;
  readonly signIn: (popup: string) => string;
  readonly findTitle: string;
  readonly leave: {
    readonly question: string;
    readonly detail: string;
    readonly stay: string;
    readonly leave: string;
  };
  readonly menu: {
    readonly addToDictionary: string;
    readonly cut: string;
    readonly copy: string;
    readonly paste: string;
    readonly selectAll: string;
    readonly openLink: string;
    readonly copyLink: string;
    readonly back: string;
    readonly forward: string;
    readonly reload: string;
    readonly find: string;
    readonly zoom: string;
    readonly larger: string;
    readonly smaller: string;
    readonly normalSize: string;
    readonly print: string;
  };
  readonly tray: {
    readonly states: Readonly<Record<'connected' | 'reconnecting' | 'none', string>>;
    readonly paused: string;
    readonly pauseQuarter: string;
    readonly pauseHour: string;
    readonly pauseOpen: string;
    readonly resume: string;
    readonly open: string;
    readonly quit: string;
    readonly stillHere: string;
  };
  readonly notify: {
    readonly missed: string;
    readonly missedCount: (count: number) => string;
    readonly notOpened: string;
  };
  /** Where a page does not answer its window any more. */
  readonly hung: {
    readonly question: string;
    readonly detail: string;
    readonly wait: string;
    readonly restart: string;
  };
  /** Of the page shown instead of a popup's own. */
  readonly problem: {
    readonly 'load-failed': string;
    readonly certificate: string;
    readonly redirected: string;
    readonly crashed: string;
    readonly http: string;
    readonly blank: string;
    readonly showAnyway: string;
    readonly retry: string;
    readonly browser: string;
  };
}

const en: NativeTexts = {
  late: (seconds) => `${seconds} s late`,
  test: 'Test',
  signIn: (popup) => `Sign in – ${popup}`,
  findTitle: 'Find in page',
  leave: {
    question: 'Leave this page?',
    detail: 'What you entered may not be saved.',
    stay: 'Stay',
    leave: 'Leave',
  },
  menu: {
    addToDictionary: 'Add to dictionary',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    openLink: 'Open link in browser',
    copyLink: 'Copy link',
    back: 'Back',
    forward: 'Forward',
    reload: 'Reload',
    find: 'Find…',
    zoom: 'Zoom',
    larger: 'Larger',
    smaller: 'Smaller',
    normalSize: 'Normal size',
    print: 'Print…',
  },
  tray: {
    states: { connected: 'Connected', reconnecting: 'Reconnecting', none: 'No source' },
    paused: 'Popups are paused',
    pauseQuarter: 'Pause popups for 15 minutes',
    pauseHour: 'Pause popups for 1 hour',
    pauseOpen: 'Pause popups until I resume',
    resume: 'Resume popups',
    open: 'Open the desk',
    quit: 'Quit Ringcue',
    stillHere: 'Ringcue is still running in the tray. Popups keep opening.',
  },
  notify: {
    missed: 'Missed call',
    missedCount: (count) => (count === 1 ? '1 missed call' : `${count} missed calls`),
    notOpened: 'A popup did not open',
  },
  hung: {
    question: 'The page does not respond',
    detail: 'Waiting may help. Restarting discards what was entered.',
    wait: 'Wait',
    restart: 'Restart the page',
  },
  problem: {
    'load-failed': 'The page could not be loaded',
    certificate: 'The page’s certificate is not trusted',
    redirected: 'This page tried to leave your CRM',
    crashed: 'The page stopped working',
    http: 'The CRM returned an error',
    blank: 'The page is blank',
    showAnyway: 'Show the page',
    retry: 'Try again',
    browser: 'Open in the browser',
  },
};

const tr: NativeTexts = {
  late: (seconds) => `${seconds} sn geç`,
  test: 'Test',
  signIn: (popup) => `Giriş – ${popup}`,
  findTitle: 'Sayfada bul',
  leave: {
    question: 'Bu sayfadan çıkılsın mı?',
    detail: 'Girdikleriniz kaydedilmemiş olabilir.',
    stay: 'Kal',
    leave: 'Çık',
  },
  menu: {
    addToDictionary: 'Sözlüğe ekle',
    cut: 'Kes',
    copy: 'Kopyala',
    paste: 'Yapıştır',
    selectAll: 'Tümünü seç',
    openLink: 'Bağlantıyı tarayıcıda aç',
    copyLink: 'Bağlantıyı kopyala',
    back: 'Geri',
    forward: 'İleri',
    reload: 'Yeniden yükle',
    find: 'Bul…',
    zoom: 'Yakınlaştırma',
    larger: 'Daha büyük',
    smaller: 'Daha küçük',
    normalSize: 'Normal boyut',
    print: 'Yazdır…',
  },
  tray: {
    states: { connected: 'Bağlı', reconnecting: 'Yeniden bağlanıyor', none: 'Kaynak yok' },
    paused: 'Popup’lar duraklatıldı',
    pauseQuarter: 'Popup’ları 15 dakika duraklat',
    pauseHour: 'Popup’ları 1 saat duraklat',
    pauseOpen: 'Ben devam ettirene kadar duraklat',
    resume: 'Popup’ları devam ettir',
    open: 'Masam’ı aç',
    quit: 'Ringcue’dan çık',
    stillHere: 'Ringcue bildirim alanında çalışmaya devam ediyor. Popup’lar açılmaya devam eder.',
  },
  notify: {
    missed: 'Cevapsız çağrı',
    missedCount: (count) => `${count} cevapsız çağrı`,
    notOpened: 'Bir popup açılmadı',
  },
  hung: {
    question: 'Sayfa yanıt vermiyor',
    detail: 'Beklemek işe yarayabilir. Yeniden başlatırsanız girdikleriniz kaybolur.',
    wait: 'Bekle',
    restart: 'Sayfayı yeniden başlat',
  },
  problem: {
    'load-failed': 'Sayfa yüklenemedi',
    certificate: 'Sayfanın sertifikasına güvenilmiyor',
    redirected: 'Bu sayfa CRM’den çıkmaya çalıştı',
    crashed: 'Sayfa çalışmıyor',
    http: 'CRM bir hata döndürdü',
    blank: 'Sayfa boş',
    showAnyway: 'Sayfayı göster',
    retry: 'Yeniden dene',
    browser: 'Tarayıcıda aç',
  },
};

const nl: NativeTexts = {
  late: (seconds) => `${seconds} s te laat`,
  test: 'Test',
  signIn: (popup) => `Inloggen – ${popup}`,
  findTitle: 'Zoeken op de pagina',
  leave: {
    question: 'Deze pagina verlaten?',
    detail: 'Wat je hebt ingevuld, is mogelijk niet opgeslagen.',
    stay: 'Blijven',
    leave: 'Verlaten',
  },
  menu: {
    addToDictionary: 'Toevoegen aan woordenboek',
    cut: 'Knippen',
    copy: 'Kopiëren',
    paste: 'Plakken',
    selectAll: 'Alles selecteren',
    openLink: 'Koppeling openen in browser',
    copyLink: 'Koppeling kopiëren',
    back: 'Terug',
    forward: 'Vooruit',
    reload: 'Opnieuw laden',
    find: 'Zoeken…',
    zoom: 'Zoomen',
    larger: 'Groter',
    smaller: 'Kleiner',
    normalSize: 'Normale grootte',
    print: 'Afdrukken…',
  },
  tray: {
    states: { connected: 'Verbonden', reconnecting: 'Opnieuw verbinden', none: 'Geen bron' },
    paused: 'Pop-ups zijn gepauzeerd',
    pauseQuarter: 'Pop-ups 15 minuten pauzeren',
    pauseHour: 'Pop-ups 1 uur pauzeren',
    pauseOpen: 'Pauzeren tot ik hervat',
    resume: 'Pop-ups hervatten',
    open: 'Werkplek openen',
    quit: 'Ringcue afsluiten',
    stillHere: 'Ringcue blijft actief in het systeemvak. Pop-ups blijven openen.',
  },
  notify: {
    missed: 'Gemiste oproep',
    missedCount: (count) => (count === 1 ? '1 gemiste oproep' : `${count} gemiste oproepen`),
    notOpened: 'Een pop-up is niet geopend',
  },
  hung: {
    question: 'De pagina reageert niet',
    detail: 'Wachten kan helpen. Bij opnieuw starten gaat verloren wat is ingevuld.',
    wait: 'Wachten',
    restart: 'Pagina opnieuw starten',
  },
  problem: {
    'load-failed': 'De pagina kon niet worden geladen',
    certificate: 'Het certificaat van de pagina wordt niet vertrouwd',
    redirected: 'Deze pagina probeerde je CRM te verlaten',
    crashed: 'De pagina werkt niet meer',
    http: 'Het CRM gaf een fout terug',
    blank: 'De pagina is leeg',
    showAnyway: 'Pagina tonen',
    retry: 'Opnieuw proberen',
    browser: 'Openen in de browser',
  },
};

export const nativeTexts: Readonly<Record<LanguageName, NativeTexts>> = { en, tr, nl };
