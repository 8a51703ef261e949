/** The key pair that the demo's signer shares with its stand-in for Zoom. It gives no access to anything. */
export const demoKeys = { sdkKey: 'demo-sdk-key', sdkSecret: 'demo-sdk-secret-of-at-least-32-bytes' };
