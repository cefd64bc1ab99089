/**
 * What the names of Asterisk's channels say, as JSONata functions for its recipes. A channel is TECHNOLOGY/ENDPOINT-NUMBER,
 * and an endpoint's own name may have hyphens. A phone's endpoint begins with its extension; a trunk's does not, or is a
 * whole telephone number.
 */
export const channelFunctions = `$endpoint := function($name) {(
    $parts := $split($substringAfter($name, "/"), "-");
    $count($parts) > 1 ? $join($filter($parts, function($part, $i) { $i < $count($parts) - 1 }), "-") : $parts[0]
  )};
  $digits := function($text) { $match($string($text), /^[0-9]+/)[0].match };
  $isLocal := function($name) { $substringBefore($name, "/") = "Local" };
  $isPhone := function($name) {
    $exists($name) and $not($isLocal($name)) and $exists($digits($endpoint($name)))
      and $length($digits($endpoint($name))) <= 6
  };
  $isNumber := function($text) { $exists($text) and $contains($string($text), /^[+]?[0-9]+$/) };
  $firstNumber := function($texts) { $filter($texts, $isNumber)[0] };
  $other := function($texts, $own) {
    $filter($texts, function($text) { $not($text in ["", "<unknown>", $own, $digits($own)]) })[0]
  };`;
