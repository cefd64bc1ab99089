import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { DecryptedView } from '../../../shared/contract/popups.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';
import { located } from '../../../shared/result.ts';
import { calls } from '../../api/bridge.ts';
import { CodePanel } from '../../ui/code-panel.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { useText } from '../../i18n/use-text.ts';
import { namedDraft } from './use-popup-preview.ts';

/** Reads a pasted address with the popup's own key, which stays in the main process. */
export function DecryptFields({ popup }: { popup: PopupInput }) {
  const t = useText();
  const [url, setUrl] = useState('');
  const [reply, setReply] = useState<Reply<DecryptedView> | undefined>();
  const decrypt = async (): Promise<void> => {
    setReply(await calls()['popup.decrypt']({ popup: namedDraft(popup, '-'), url: url.trim() }));
  };
  return (
    <FormSection title={t('popupForm.decryptTitle')}>
      <Textarea
        label={t('popupForm.decrypt')}
        description={t('popupForm.decryptHint')}
        autosize
        minRows={2}
        maxRows={6}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={url}
        onChange={(event) => {
          setUrl(event.currentTarget.value);
          setReply(undefined);
        }}
      />
      <Button
        variant="light"
        w="fit-content"
        disabled={url.trim() === ''}
        onClick={() => void decrypt()}
      >
        {t('popupForm.decryptNow')}
      </Button>
      <div aria-live="polite">{reply !== undefined && <Decrypted reply={reply} />}</div>
    </FormSection>
  );
}

function Decrypted({ reply }: { reply: Reply<DecryptedView> }) {
  const t = useText();
  if (!reply.ok) {
    const problems = reply.problems.map(({ path, ...rest }) =>
      t(located({ ...rest, path: path === 'url' ? '' : path.replace(/^popup\./, '') })),
    );
    return (
      <Text size="sm" c="red">
        {problems.join(' ')}
      </Text>
    );
  }
  const { parameters } = reply.value;
  const text = parameters.map(([name, value]) => `${name} = ${value}`).join('\n');
  return <CodePanel title={t('popupForm.decrypted')} text={text} testId="decrypted" wraps />;
}
