import type { ListPart } from '../../shared/model/list-parts.ts';
import { useDesk } from './desk-context.tsx';

export interface PartRights {
  /** A configuration file decides this part. */
  readonly isManaged: boolean;
  readonly canCreate: boolean;
  readonly canEdit: boolean;
}

/** What the user may do with the definitions of a kind. */
export function usePartRights(part: ListPart): PartRights {
  const config = useDesk((desk) => desk.config);
  const isManaged = config.locked.includes(part);
  return {
    isManaged,
    canCreate: !isManaged && config.rights.create,
    canEdit: !isManaged && config.rights.edit,
  };
}
