/** What a log line may carry: plain values, never definitions, payloads or secrets. */
export type LogData = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  readonly info: (event: string, data?: LogData) => void;
  readonly warn: (event: string, data?: LogData) => void;
  readonly error: (event: string, data?: LogData) => void;
}

export { errorText } from '../../../shared/error-text.ts';
