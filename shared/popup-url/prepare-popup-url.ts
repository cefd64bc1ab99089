import { prepareCipher, type CipherRound, type CipherTools } from '../cipher/prepare-cipher.ts';
import { prepareSigning, type SignAddress } from '../cipher/sign-address.ts';
import type { CallData } from '../model/call-fields.ts';
import type { Encryption, Parameter, Popup } from '../model/popup.ts';
import { fail, ok, type Result } from '../result.ts';
import { fillText } from '../templates/fill-text.ts';
import { formattedField, type DateStyle } from '../templates/format-value.ts';
import { parseTokenText, type TokenText } from '../templates/token-text.ts';
import { message } from '../text/message.ts';
import { addressText, emptyToken, fillAddress, type FilledAddress } from './fill-address.ts';
import { parseAddress, type Address } from './parse-address.ts';
import { encodeQuery, encodeQueryPart, type QueryPair } from './percent-encoding.ts';

export interface PopupUrl {
  /** What the window loads. */
  readonly url: string;
  /** The same with its parameters readable, for previews. The same text where nothing is encrypted. */
  readonly plainUrl: string;
  readonly parameters: readonly QueryPair[];
}

/** Builds the address of a popup for a call; a problem where an empty value says "do not pop". */
export type BuildPopupUrl = (call: CallData) => Result<PopupUrl>;

type PopupUrlSettings = Pick<
  Popup,
  'url' | 'parameters' | 'whenEmpty' | 'timeZone' | 'encryption' | 'signing'
>;

/** Longer addresses are refused by most servers (characters; RFC 9110, section 4.1, asks them for 8,000). */
export const longestUrl = 8000;

/** Of a popup, as far as they can be had on this computer. */
export interface PopupKeys {
  readonly encryption?: string | undefined;
  readonly signing?: string | undefined;
}

/** What can be known before a call rings. */
interface Prepared {
  readonly address: Address;
  readonly parameters: readonly PreparedParameter[];
  readonly whenEmpty: Popup['whenEmpty'];
  readonly dates: DateStyle;
  /** Undefined where nothing is signed. */
  readonly sign: SignAddress | undefined;
  /** The text after `?` for these parameters, as it is sent. */
  readonly query: (pairs: readonly QueryPair[]) => Result<string>;
}

interface PreparedParameter {
  readonly name: string;
  readonly whenEmpty: Popup['whenEmpty'];
  readonly value: (call: CallData) => string | undefined;
}

/**
 * Does what can be done before a call rings: reads the address, derives the key and checks it.
 *
 * @param keys the secrets behind `encryption.key` and `signing.key`; undefined when one cannot be had
 */
export function preparePopupUrl(
  popup: PopupUrlSettings,
  keys: PopupKeys,
  tools: CipherTools,
): Result<BuildPopupUrl> {
  const address = parseAddress(popup.url);
  if (!address.ok) return fail(address.problem.message, 'url');
  const dates: DateStyle = { zone: popup.timeZone ?? 'UTC' };
  const parameters = prepareParameters(popup, dates);
  if (!parameters.ok) return parameters;
  const query = prepareQuery(popup.encryption, keys.encryption, tools);
  if (!query.ok) return query;
  const sign = popup.signing ? prepareSigning(popup.signing, keys.signing, tools) : ok(undefined);
  if (!sign.ok) return sign;
  const prepared: Prepared = {
    address: address.value,
    parameters: parameters.value,
    whenEmpty: popup.whenEmpty,
    dates,
    sign: sign.value,
    query: query.value,
  };
  return ok((call) => build(prepared, call));
}

function prepareParameters(popup: PopupUrlSettings, dates: DateStyle): Result<PreparedParameter[]> {
  const prepared: PreparedParameter[] = [];
  for (const [index, parameter] of popup.parameters.entries()) {
    const value = prepareValue(parameter, dates);
    if (!value.ok) return fail(value.problem.message, `parameters[${index}].text`);
    const whenEmpty = parameter.whenEmpty ?? popup.whenEmpty;
    prepared.push({ name: parameter.name, whenEmpty, value: value.value });
  }
  return ok(prepared);
}

function prepareValue(parameter: Parameter, dates: DateStyle): Result<PreparedParameter['value']> {
  if (!('text' in parameter)) return ok((call) => formattedField(call, parameter, dates));
  const parts = parseTokenText(parameter.text);
  return parts.ok ? ok((call) => textValue(parts.value, { call, dates })) : parts;
}

/** Words around tokens that are all empty say nothing: such a text is empty too. */
const textValue = (
  parts: TokenText,
  values: { readonly call: CallData; readonly dates: DateStyle },
): string | undefined =>
  emptyToken(parts, values) === undefined ? fillText(parts, values) : undefined;

function build(
  { address, parameters, whenEmpty, dates, sign, query }: Prepared,
  call: CallData,
): Result<PopupUrl> {
  const filled = fillAddress(address, { call, dates, dropEmpty: whenEmpty === 'drop' });
  const wrong = whatIsWrong(filled, whenEmpty);
  if (wrong !== undefined) return fail(wrong, 'url');
  const pairs = collectParameters(parameters, call);
  if (!pairs.ok) return pairs;
  const sent = query(pairs.value);
  if (!sent.ok) return sent;
  const url = (sign ?? addressText)(filled, sent.value);
  if (url.length > longestUrl) {
    const length = url.length;
    return fail(message('problem.popup.urlTooLong', { length, limit: longestUrl }), 'url');
  }
  const plainUrl = addressText(filled, encodeQuery(pairs.value));
  return ok({ url, plainUrl, parameters: pairs.value });
}

function whatIsWrong({ missing, dots }: FilledAddress, whenEmpty: Popup['whenEmpty']) {
  if (missing !== undefined && whenEmpty === 'skip') {
    return message('problem.popup.tokenEmpty', { token: missing });
  }
  return dots === undefined ? undefined : message('problem.popup.dotSegment', { token: dots });
}

function collectParameters(
  parameters: readonly PreparedParameter[],
  call: CallData,
): Result<QueryPair[]> {
  const pairs: QueryPair[] = [];
  for (const { name, whenEmpty, value: valueOf } of parameters) {
    const value = valueOf(call);
    if (value !== undefined && value !== '') {
      pairs.push([name, value]);
      continue;
    }
    if (whenEmpty === 'skip') {
      return fail(message('problem.popup.parameterEmpty', { name }), name);
    }
    if (whenEmpty === 'send') pairs.push([name, '']);
  }
  return ok(pairs);
}

function prepareQuery(
  encryption: Encryption | undefined,
  key: string | undefined,
  tools: CipherTools,
): Result<Prepared['query']> {
  if (encryption === undefined) return ok((pairs) => ok(encodeQuery(pairs)));
  if (key === undefined) return fail(message('problem.popup.keyMissing'), 'encryption.key');
  const start = prepareCipher(key, encryption, tools);
  if (!start.ok) return fail(start.problem.message, `encryption.${start.problem.path}`);
  return ok((pairs) => encryptedQuery(encryption, start.value(), pairs));
}

function encryptedQuery(
  encryption: Encryption,
  round: CipherRound,
  pairs: readonly QueryPair[],
): Result<string> {
  if (pairs.length === 0) return ok('');
  const plain: readonly QueryPair[] =
    encryption.scope === 'query' ? [[encryption.parameter, encodeQuery(pairs)]] : pairs;
  const sent: QueryPair[] = [];
  for (const [name, text] of plain) {
    // An empty value has nothing to hide, and receivers look for it.
    const encrypted = text === '' ? ok('') : round.encrypt(text, name);
    if (!encrypted.ok) return fail(encrypted.problem.message, name);
    sent.push([name, encrypted.value]);
  }
  const { iv } = encryption;
  if (round.iv !== undefined && iv !== 'random' && 'parameter' in iv) {
    sent.push([iv.parameter, round.iv]);
  }
  const isTwice = encryption.urlEncoding === 'twice';
  return ok(
    encodeQuery(sent.map(([name, text]) => [name, isTwice ? encodeQueryPart(text) : text])),
  );
}
