// The form that opened this window goes on by itself.
if (window.opener) window.close();
