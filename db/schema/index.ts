export * from './agency.ts';
export * from './contact.ts';
export * from './report.ts';
