// Checks and reads the popup URLs of Ringcue: docs/receivers.md, "Authenticated URLs". .NET 8 or newer, without packages.
// No test runs this one.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

public static class Receiver
{
    /// <summary>Seconds for which a URL is good, and by which clocks may differ.</summary>
    private const long Longest = 300;

    private static readonly ConcurrentDictionary<string, long> Seen = new();

    /// <summary>Remembers nonces as long as their URL is good. For several servers: Redis, SET nonce 1 NX EX 600.</summary>
    private static bool IsFirst(string nonce, long now)
    {
        foreach (var (old, until) in Seen)
            if (until < now) Seen.TryRemove(old, out _);
        return Seen.TryAdd(nonce, now + 2 * Longest);
    }

    /// <param name="url">
    /// As the browser asked for it, not decoded: your own origin and
    /// context.Features.Get&lt;IHttpRequestFeature&gt;().RawTarget
    /// </param>
    /// <param name="keys">Key ID to signing key</param>
    /// <returns>The parameters, percent-decoded</returns>
    public static Dictionary<string, string> Verify(string url, IReadOnlyDictionary<string, string> keys, long? at = null)
    {
        var now = at ?? DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var end = url.LastIndexOf("&rc_signature=", StringComparison.Ordinal);
        if (end < 0) throw new CryptographicException("no signature");
        var signed = url[..end];
        var parameters = Pairs(signed[(signed.IndexOf('?') + 1)..]);
        if (!keys.TryGetValue(parameters.GetValueOrDefault("rc_key", ""), out var key))
            throw new CryptographicException("unknown key");
        var own = WebEncoders.Base64UrlEncode(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.Latin1.GetBytes("ringcue-v1\n" + signed)));
        var given = url[(end + "&rc_signature=".Length)..];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.Latin1.GetBytes(own), Encoding.Latin1.GetBytes(given)))
            throw new CryptographicException("changed");
        if (Math.Abs(now - long.Parse(parameters["rc_time"])) > Longest) throw new CryptographicException("too old");
        if (!IsFirst(parameters["rc_nonce"], now)) throw new CryptographicException("seen before");
        return parameters;
    }

    /// <summary>Reads one encrypted parameter, by default all of them in "data". The key has 32 bytes.</summary>
    public static string Decrypt(string value, byte[] key, string name = "data")
    {
        var bytes = WebEncoders.Base64UrlDecode(value);
        // base64url has bits that no byte uses: only one way of writing is taken.
        if (WebEncoders.Base64UrlEncode(bytes) != value || bytes.Length < 28)
            throw new CryptographicException("not encrypted");
        var text = new byte[bytes.Length - 28];
        using var gcm = new AesGcm(key, 16);
        gcm.Decrypt(bytes.AsSpan(0, 12), bytes.AsSpan(12, text.Length), bytes.AsSpan(bytes.Length - 16), text,
            Encoding.UTF8.GetBytes(name));
        return Encoding.UTF8.GetString(text);
    }

    public static Dictionary<string, string> Pairs(string query) =>
        QueryHelpers.ParseQuery(query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
}
