import type { Handlers } from '../../../shared/contract/contract.ts';
import { doneAfter } from '../../platform/ipc/replies.ts';
import type { Notices } from './index.ts';

export const noticeHandlers = (notices: Notices): Pick<Handlers, 'notice.dismiss'> => ({
  'notice.dismiss': ({ id }) => doneAfter(() => notices.dismiss(id)),
});
