export * from './api';
export * from './results';
export { startEngine } from './start';
