import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { SourceInput } from '../../../../shared/model/source.ts';
import { SourceEditor } from '../source-editor.tsx';
import type { SetupProps } from './setup-props.ts';

interface EditSourceProps extends Pick<SetupProps, 'onCreated'> {
  readonly button: string;
  /** The source as far as it is known. */
  readonly make: () => SourceInput;
}

/** Opens the editor of a source that is filled in already. */
export function EditSource({ button, make, onCreated }: EditSourceProps) {
  const [draft, setDraft] = useState<SourceInput | undefined>();
  return (
    <Group>
      <Button onClick={() => setDraft(make())}>{button}</Button>
      {draft !== undefined && (
        <SourceEditor
          source={draft}
          onClose={() => setDraft(undefined)}
          onSaved={() => onCreated({ id: draft.id, since: Date.now() })}
        />
      )}
    </Group>
  );
}
