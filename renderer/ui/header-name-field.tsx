import { Autocomplete } from '@mantine/core';
import { headerNameProblem } from '../../shared/model/request-header.ts';
import { useText } from '../i18n/use-text.ts';

/** Those that receivers of webhooks ask for; any other can be typed. */
const commonHeaders = [
  'Accept',
  'Accept-Language',
  'Api-Key',
  'Authorization',
  'Cache-Control',
  'Content-Type',
  'Cookie',
  'Idempotency-Key',
  'User-Agent',
  'X-Api-Key',
  'X-Auth-Token',
  'X-Correlation-Id',
  'X-Request-Id',
];

interface HeaderNameFieldProps {
  readonly value?: string;
  /** What saving found. */
  readonly error?: string | undefined;
  readonly width?: number;
  readonly onChange: (name: string) => void;
}

/** The name of a header: from a list, or typed and checked as it is typed. */
export function HeaderNameField({ value = '', error, width, ...props }: HeaderNameFieldProps) {
  const t = useText();
  const problem = value === '' ? undefined : headerNameProblem(value);
  return (
    <Autocomplete
      label={t('webhooks.header')}
      data={commonHeaders}
      {...(width === undefined ? { flex: 1 } : { w: width })}
      {...props}
      value={value}
      error={error ?? (problem && t(problem))}
    />
  );
}
