export { FlowRunner } from './flow-runner.ts';
