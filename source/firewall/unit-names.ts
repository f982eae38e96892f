export const recoveryName = 'analytics-setup-recovery.service';
export const namesUnitName = 'analytics-setup-names.service';
