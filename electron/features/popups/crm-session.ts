import { session, type Cookie, type Session } from 'electron';
import { originOf } from '../../../shared/model/definition.ts';
import type { CrmPermission, Settings } from '../../../shared/model/settings.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { CrmPartition } from './crm-partition.ts';
import type { Downloads } from './downloads.ts';
import type { ProblemPages } from './problem/problem-pages.ts';

/** Electron's permission names for each of ours. */
const electronPermissions: Readonly<Partial<Record<string, CrmPermission>>> = {
  'clipboard-read': 'clipboard',
  'clipboard-sanitized-write': 'clipboard',
  notifications: 'notifications',
};

/** Prepares each partition once: permissions, downloads, cookies, our problem pages. */
export class CrmSessions {
  private readonly prepared = new Set<Session>();

  public constructor(
    private readonly settings: () => Settings,
    private readonly log: Log,
    private readonly downloads: Downloads,
    private readonly pages: ProblemPages,
  ) {}

  public prepare(partition: CrmPartition): Session {
    const crm = session.fromPartition(partition);
    if (this.prepared.has(crm)) return crm;
    this.prepared.add(crm);
    this.limitPermissions(crm);
    this.pages.serve(crm.protocol);
    this.downloads.install(crm);
    crm.cookies.on('changed', (_event, cookie, _cause, removed) => {
      if (!removed && cookie.session === true) this.keepCookie(crm, cookie);
    });
    return crm;
  }

  /** Writes cookies that are still in memory. */
  public async flush(): Promise<void> {
    await Promise.all([...this.prepared].map((crm) => crm.cookies.flushStore()));
  }

  /** Everything is denied but what an admin allowed for the asking origin. */
  private limitPermissions(crm: Session): void {
    crm.setPermissionRequestHandler((_contents, permission, answer, details) => {
      const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
      const wanted =
        permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'audio')
          ? 'microphone'
          : electronPermissions[permission];
      const granted = this.isAllowed(details.requestingUrl, wanted);
      if (!granted) {
        const origin = originOf(details.requestingUrl);
        this.log.info('permission denied', { permission, origin });
      }
      answer(granted);
    });
    crm.setPermissionCheckHandler((_contents, permission, origin, details) => {
      const wanted =
        permission === 'media' && details.mediaType === 'audio'
          ? 'microphone'
          : electronPermissions[permission];
      return this.isAllowed(origin, wanted);
    });
  }

  private isAllowed(url: string, permission: CrmPermission | undefined): boolean {
    const origin = originOf(url);
    if (permission === undefined || origin === undefined) return false;
    return this.settings().permissions[origin]?.includes(permission) ?? false;
  }

  /** Chromium drops session cookies at quit. Where set so, they get an end instead. */
  private keepCookie(crm: Session, cookie: Cookie): void {
    const { keepSessionCookies, sessionCookieHours } = this.settings();
    if (!keepSessionCookies || cookie.domain === undefined) return;
    const host = cookie.domain.replace(/^\./, '');
    const { name, value, path, secure, httpOnly, sameSite } = cookie;
    crm.cookies
      .set({
        url: `${secure === true ? 'https' : 'http'}://${host}${path ?? '/'}`,
        name,
        value,
        ...(cookie.hostOnly === true ? {} : { domain: cookie.domain }),
        ...(path !== undefined && { path }),
        ...(secure !== undefined && { secure }),
        ...(httpOnly !== undefined && { httpOnly }),
        sameSite,
        expirationDate: Date.now() / 1000 + sessionCookieHours * 3600,
      })
      .catch((error: unknown) =>
        this.log.warn('session cookie not kept', { host, problem: errorText(error) }),
      );
  }
}
