import type { Caller } from '../../../../shared/calls/caller-text.ts';
import { readableAddress, type SupportContact } from '../../../../shared/model/support-contact.ts';
import type { Message } from '../../../../shared/text/message.ts';
import type { Translate } from '../../../../shared/text/translate.ts';
import { actionUrl, type ProblemAction, type ProblemKind } from './problem-pages.ts';

/** Who calls, for the page that stands in the place of the CRM's. */
export interface PageCaller extends Caller {
  readonly callKey: string;
  /** As received: what other programs find. */
  readonly plainNumber: string;
  readonly queue: string;
}

/** What a page says. */
export interface Problem {
  readonly kind: ProblemKind;
  /** A sentence of ours. */
  readonly detail: Message;
}

export type CallerPart = 'name' | 'number' | 'queue';

/** What is copied of a caller; empty where it is not known. */
export function partOf(caller: PageCaller, part: CallerPart): string {
  return { name: caller.name, number: caller.plainNumber, queue: caller.queue }[part];
}

interface Parts extends Problem {
  readonly id: string;
  readonly host: string;
  readonly support: SupportContact | undefined;
  readonly caller: PageCaller | undefined;
  /** What is written so far; undefined where no note can be sent. */
  readonly note: string | undefined;
  readonly retries: boolean;
}

export interface ProblemView {
  readonly lang: string;
  readonly heading: string;
  readonly host: string;
  readonly detail: string;
  readonly caller: CallerView | undefined;
  readonly note:
    { readonly label: string; readonly hint: string; readonly text: string } | undefined;
  /** Of an attempt that comes: in `%` seconds, now, and when this computer is online. */
  readonly retry:
    { readonly soon: string; readonly now: string; readonly offline: string } | undefined;
  readonly buttons: readonly Link[];
  readonly support: { readonly line: string; readonly link: Link | undefined } | undefined;
}

interface CallerView {
  readonly label: string;
  /** The first is the largest. */
  readonly rows: readonly { readonly text: string; readonly copy: Copy | undefined }[];
}

interface Copy extends Link {
  readonly part: CallerPart;
  /** What a screen reader says. */
  readonly name: string;
  readonly copied: string;
}

interface Link {
  readonly text: string;
  readonly href: string;
}

/** A page about a problem in the person's language. */
export function problemView(parts: Parts, t: Translate, lang: string): ProblemView {
  const { id, kind, host, detail, caller, note, retries } = parts;
  const link = (action: ProblemAction, text: string): Link => ({
    text,
    href: actionUrl(action, id),
  });
  return {
    lang,
    heading: t(`shell.problemPage.${kind}`),
    host,
    detail: t(detail),
    caller: caller && { label: t('shell.problemPage.caller'), rows: rowsOf(caller, id, t) },
    note:
      note === undefined
        ? undefined
        : { label: t('calls.note'), hint: t('shell.problemPage.noteHint'), text: note },
    retry: retries
      ? {
          soon: t('shell.problemPage.retryIn', { seconds: '%' }),
          now: t('shell.problemPage.retryNow'),
          offline: t('shell.problemPage.retryOnline'),
        }
      : undefined,
    buttons: [
      link('retry', t('shell.problemPage.retry')),
      link('browser', t('shell.problemPage.browser')),
      // Only where there is a page to show.
      ...(kind === 'http' || kind === 'blank'
        ? [link('show', t('shell.problemPage.showAnyway'))]
        : []),
    ],
    support: supportOf(parts.support, link, t),
  };
}

function rowsOf(caller: PageCaller, id: string, t: Translate): CallerView['rows'] {
  const { name, number, isWithheld, queue } = caller;
  const row = (part: CallerPart, text: string) => ({
    text,
    copy: {
      part,
      text: t('shell.menu.copy'),
      name: t('shell.problemPage.copyWhat', { what: text }),
      copied: t('shell.problemPage.copied'),
      href: actionUrl(`copy-${part}`, id),
    },
  });
  const said = (text: string) => ({ text, copy: undefined });
  const rows = [
    ...(name === '' ? [] : [row('name', name)]),
    ...(number === '' ? [] : [row('number', number)]),
    ...(number === '' && isWithheld === true ? [said(t('desk.withheldNumber'))] : []),
  ];
  return [
    ...(rows.length === 0 ? [said(t('desk.unknownCaller'))] : rows),
    ...(queue === '' ? [] : [row('queue', queue)]),
  ];
}

function supportOf(
  contact: SupportContact | undefined,
  link: (action: ProblemAction, text: string) => Link,
  t: Translate,
): ProblemView['support'] {
  if (contact === undefined) return undefined;
  const address = readableAddress(contact.address);
  const text = address !== '' && contact.name === '' ? t('support.open') : address;
  return {
    line: t('support.line', { name: contact.name === '' ? address : contact.name }),
    link: text === '' ? undefined : link('support', text),
  };
}
