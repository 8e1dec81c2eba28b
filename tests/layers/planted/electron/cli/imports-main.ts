import '../main/raw-ipc.ts';
