import { Fieldset, Stack, TagsInput, TextInput } from '@mantine/core';
import type { PopupInput } from '../../../shared/model/popup.ts';
import type { ProblemAt } from './popup-editor.tsx';
import { useText } from '../../i18n/use-text.ts';

interface SignInFieldsProps {
  readonly draft: PopupInput;
  readonly onChange: (draft: PopupInput) => void;
  readonly problemAt: ProblemAt;
}

export function SignInFields({ draft, onChange, problemAt }: SignInFieldsProps) {
  const t = useText();
  const set = (patch: Partial<PopupInput['signIn']>): void =>
    onChange({ ...draft, signIn: { ...draft.signIn, ...patch } });
  const firstOf = (path: string, count: number): string | undefined =>
    Array.from({ length: count }, (_, index) => problemAt(`${path}[${index}]`)).find(
      (problem) => problem !== undefined,
    );
  return (
    <Fieldset legend={t('popupForm.signIn')}>
      <Stack gap="sm">
        <TextInput
          label={t('popupForm.signInUrl')}
          description={t('popupForm.signInUrlHint')}
          value={draft.signIn.url ?? ''}
          error={problemAt('signIn.url')}
          onChange={(event) => {
            const url = event.currentTarget.value;
            set({ url: url === '' ? undefined : url });
          }}
        />
        <TagsInput
          label={t('popupForm.signInOrigins')}
          description={t('popupForm.signInOriginsHint')}
          value={draft.signIn.origins}
          error={firstOf('signIn.origins', draft.signIn.origins.length)}
          onChange={(origins) => set({ origins })}
        />
        <TagsInput
          label={t('popupForm.loginPaths')}
          description={t('popupForm.loginPathsHint')}
          value={draft.signIn.loginPaths}
          error={firstOf('signIn.loginPaths', draft.signIn.loginPaths.length)}
          onChange={(loginPaths) => set({ loginPaths })}
        />
      </Stack>
    </Fieldset>
  );
}
