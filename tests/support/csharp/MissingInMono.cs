// Debian's Mono has the name AesGcm with nothing behind it. This has .NET's members and, as .NET on Linux, asks OpenSSL.
using System;
using System.Runtime.InteropServices;

namespace System.Security.Cryptography
{
    public sealed class AesGcm : IDisposable
    {
        private const string OpenSsl = "libcrypto.so.3";
        private const int SetIvLength = 0x9;
        private const int SetTag = 0x11;

        private readonly byte[] key;
        private readonly int tagBytes;

        public AesGcm(byte[] key, int tagSizeInBytes)
        {
            if (key.Length != 32) throw new CryptographicException("the key has not 32 bytes");
            this.key = (byte[])key.Clone();
            tagBytes = tagSizeInBytes;
        }

        public void Decrypt(byte[] nonce, byte[] ciphertext, byte[] tag, byte[] plaintext, byte[] associatedData)
        {
            if (tag.Length != tagBytes) throw new CryptographicException("the tag has another length");
            var context = EVP_CIPHER_CTX_new();
            try
            {
                Check(EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), IntPtr.Zero, null, null));
                Check(EVP_CIPHER_CTX_ctrl(context, SetIvLength, nonce.Length, null));
                Check(EVP_DecryptInit_ex(context, IntPtr.Zero, IntPtr.Zero, key, nonce));
                Check(EVP_DecryptUpdate(context, null, out _, associatedData, associatedData.Length));
                Check(EVP_DecryptUpdate(context, plaintext, out _, ciphertext, ciphertext.Length));
                Check(EVP_CIPHER_CTX_ctrl(context, SetTag, tag.Length, tag));
                Check(EVP_DecryptFinal_ex(context, new byte[16], out _));
            }
            finally
            {
                EVP_CIPHER_CTX_free(context);
            }
        }

        public void Dispose() => Array.Clear(key, 0, key.Length);

        private static void Check(int result)
        {
            if (result != 1) throw new CryptographicException("The computed authentication tag did not match.");
        }

        [DllImport(OpenSsl)] private static extern IntPtr EVP_CIPHER_CTX_new();
        [DllImport(OpenSsl)] private static extern void EVP_CIPHER_CTX_free(IntPtr context);
        [DllImport(OpenSsl)] private static extern IntPtr EVP_aes_256_gcm();
        [DllImport(OpenSsl)] private static extern int EVP_DecryptInit_ex(IntPtr context, IntPtr cipher, IntPtr engine, byte[] key, byte[] iv);
        [DllImport(OpenSsl)] private static extern int EVP_CIPHER_CTX_ctrl(IntPtr context, int command, int length, byte[] bytes);
        [DllImport(OpenSsl)] private static extern int EVP_DecryptUpdate(IntPtr context, byte[] output, out int written, byte[] input, int length);
        [DllImport(OpenSsl)] private static extern int EVP_DecryptFinal_ex(IntPtr context, byte[] output, out int written);
    }
}
