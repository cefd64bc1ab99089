import type { SourceAddress } from '../../../../shared/contract/source-views.ts';
import type { SecretRef } from '../../../../shared/model/secret.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { ListenPlace } from '../../../platform/ports/http-listener.ts';

/** What to enter in a phone system so that it reaches this source. */
export function addressOf(
  source: Source | undefined,
  place: ListenPlace | undefined,
  reveal: (ref: SecretRef) => string | undefined,
): SourceAddress {
  const transport = source?.transport;
  const secret = transport?.type === 'http' ? reveal(transport.secret) : undefined;
  if (transport?.type !== 'http' || secret === undefined)
    return { url: undefined, link: undefined };
  const token = transport.token && reveal(transport.token);
  const query = token === undefined ? '' : `?token=${encodeURIComponent(token)}`;
  return {
    url: place && `http://${hostIn(place)}:${place.port}/${secret}${query}`,
    link: transport.eventLinks ? `ringcue://event/${secret}` : undefined,
  };
}

const hostIn = ({ host }: ListenPlace): string => (host.includes(':') ? `[${host}]` : host);
