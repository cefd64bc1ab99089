import { useState } from 'react';
import type { Expected } from '../../shared/contract/inputs.ts';
import type { ListPart } from '../../shared/model/list-parts.ts';
import { useDesk } from './desk-context.tsx';
import type { Command } from './use-command.ts';

/**
 * What a save expects to find: the definition as it was when its editor opened. After the warning that it was
 * changed elsewhere, a second press saves over it.
 */
export function useExpected(part: ListPart, id: string, command: Command): Expected {
  const revisions = useDesk((desk) => desk.config.revisions);
  const [opened] = useState<Expected>(() => revisions[`${part}/${id}`] ?? 'new');
  return command.problems.some(({ code }) => code === 'outdated') ? 'any' : opened;
}
