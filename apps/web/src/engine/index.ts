export * from './api';
export * from './results';
