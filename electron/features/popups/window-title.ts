import {
  callerLine,
  callerOf as shownCallerOf,
  queueText,
  type StoredCaller,
} from '../../../shared/calls/caller-text.ts';
import { customerOf } from '../../../shared/calls/party.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { NativeLanguage } from '../../platform/language.ts';
import { isLate, type PopupRequest } from './popup-request.ts';
import type { PageCaller } from './problem/problem-view.ts';

interface Words {
  readonly language: NativeLanguage;
  readonly callerOf: (call: CallData) => StoredCaller;
}

/** Who calls, where, and for which popup; first of all whether it is a test, or late. */
export function windowTitle(
  request: PopupRequest,
  popupName: string,
  { language, callerOf }: Words,
): string {
  const t = language.t();
  const late = isLate(request) ? t('shell.late', { seconds: request.lateSeconds }) : '';
  const test = request.isTest === true ? t('shell.test') : '';
  const who = callerLine(callerOf(request.call), t, '');
  return [test, late, who, queueText(request.call), popupName]
    .filter((part) => part !== '')
    .join(' – ');
}

/** What our own page says of the caller where the CRM's page fails. */
export const pageCallerOf = (
  { call, callKey }: PopupRequest,
  showNumber: (number: string) => string,
): PageCaller => ({
  ...shownCallerOf(call, showNumber),
  callKey,
  plainNumber: customerOf(call.fields) ?? '',
  queue: queueText(call),
});
