import type { Handlers } from '../../../shared/contract/contract.ts';
import { doneAfter } from '../../platform/ipc/replies.ts';
import type { Notices } from './index.ts';

export const noticeHandlers = (notices: Notices) =>
  ({
    'notice.dismiss': ({ id }) => doneAfter(() => notices.dismiss(id)),
  }) satisfies Partial<Handlers>;
