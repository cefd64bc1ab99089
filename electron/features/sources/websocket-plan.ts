import type { SecretRef } from '../../../shared/model/secret.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import { enrolledToken } from './enrolment.ts';
import { asksForToken, fillMessage, fillText, type Placeholders } from './fill-template.ts';
import { requestToken, type TokenAnswer } from './token-request.ts';
import type { ConnectionPlan, WebSocketSettings } from './websocket-transport.ts';

type SignInDeps = Parameters<typeof enrolledToken>[2] & { readonly sendHttp: HttpClient };

/** Tokens of an agent who signs in with the company's account. */
export interface CompanyToken {
  readonly token: () => Promise<TokenAnswer>;
  readonly refused: () => void;
}

type WebSocketDefinition = Extract<Source['transport'], { type: 'websocket' }>;
/** What comes from a server must not end a header, nor begin another. */
const isHeaderText = (text: string | undefined): text is string =>
  text !== undefined && /^[\x21-\x7e]{1,1000}$/.test(text);

/** A secret's value; undefined where it is gone. */
export type Reveal = (ref: SecretRef | undefined) => string | undefined;

/** How a token is asked for before each connection; undefined where none is. */
export function signInOf(
  { url, enrolment, signIn }: WebSocketDefinition,
  reveal: Reveal,
  deps: SignInDeps,
  company: CompanyToken | undefined,
): WebSocketSettings['signIn'] {
  if (company !== undefined) return () => company.token();
  if (enrolment !== undefined) return () => enrolledToken(url, enrolment, deps);
  if (signIn === undefined) return undefined;
  const { password } = signIn;
  return () =>
    requestToken(
      {
        ...signIn,
        headers: revealedHeaders(signIn.headers, reveal),
        password: reveal(password),
        body: signIn.body,
      },
      deps.sendHttp,
    );
}

/** A Ringcue gateway, which resumes after the last event. */
export const isGateway = ({ enrolment, companySignIn }: WebSocketDefinition): boolean =>
  enrolment !== undefined || companySignIn === true;

function revealedHeaders(
  refs: Readonly<Record<string, SecretRef>>,
  reveal: Reveal,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, ref] of Object.entries(refs)) {
    const value = reveal(ref);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

/** What a connection begins with: its address, headers and first messages. */
export function connectionPlan(
  transport: WebSocketDefinition,
  token: string | undefined,
  reveal: Reveal,
  known: Placeholders,
): ConnectionPlan {
  const { url, subscribe, snapshot, keepAlive } = transport;
  const values = { ...known, token };
  const headers = revealedHeaders(transport.headers, reveal);
  if (token !== undefined && !asksForToken(url, subscribe, snapshot)) {
    headers['Authorization'] = `Bearer ${token}`;
  }
  if (isGateway(transport) && isHeaderText(known['lastEventId'])) {
    headers['Last-Event-ID'] = known['lastEventId'];
  }
  const messages = [fillMessage(subscribe, values), fillMessage(snapshot, values)];
  const alive = fillMessage(keepAlive?.message, values);
  return {
    url: fillText(url, values, encodeURIComponent),
    headers,
    messages: messages.filter((message) => message !== undefined),
    keepAlive:
      keepAlive === undefined || alive === undefined
        ? undefined
        : { message: alive, everyMs: keepAlive.seconds * 1000 },
  };
}
