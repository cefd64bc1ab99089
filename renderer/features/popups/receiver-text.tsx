import { receiverCode } from '../../../shared/receivers/receiver-code.ts';
import type {
  ReceiverLanguage,
  ReceiverSettings,
} from '../../../shared/receivers/receiver-settings.ts';
import { CodePanel } from '../../ui/code-panel.tsx';
import { receiverFiles } from './receiver-files.ts';

interface ReceiverTextProps {
  readonly title: string;
  readonly language: ReceiverLanguage;
  readonly settings: ReceiverSettings;
}

/** The code alone, in a file of its own: it is loaded when it is first asked for. */
export function ReceiverText({ title, language, settings }: ReceiverTextProps) {
  const code = receiverCode(language, receiverFiles[language], settings);
  return <CodePanel title={title} text={code} testId="receiver-code" height={320} />;
}
