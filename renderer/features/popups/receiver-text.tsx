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

/** The code itself, in a separate file that loads when it is first shown. */
export function ReceiverText({ title, language, settings }: ReceiverTextProps) {
  const code = receiverCode(language, receiverFiles[language], settings);
  return <CodePanel title={title} text={code} testId="receiver-code" height={320} />;
}
