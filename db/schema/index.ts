export * from './agency.ts';
export * from './contact.ts';
export * from './employee.ts';
export * from './report.ts';
export * from './staff.ts';
