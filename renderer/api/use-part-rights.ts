import type { ListPart } from '../../shared/model/list-parts.ts';
import { useDesk } from './desk-context.tsx';

export interface PartRights {
  readonly canCreate: boolean;
  readonly canEdit: boolean;
}

/** What the user may do with the definitions of a kind. */
export function usePartRights(part: ListPart): PartRights {
  const config = useDesk((desk) => desk.config);
  const isManaged = config.locked[part] !== undefined;
  return {
    canCreate: !isManaged && config.rights.create,
    canEdit: !isManaged && config.rights.edit,
  };
}
