export { UpdateService } from './update-service.ts';
export { whyNoUpdates, type Installation } from './why-no-updates.ts';
